(function () {
  'use strict';
  var form = document.getElementById('filters');
  var shown = document.getElementById('shown');
  var cards = Array.prototype.slice.call(document.querySelectorAll('article'));
  var keys = ['outcome', 'kind', 'lang', 'persona', 'document', 'changed'];
  var texts = cards.map(function (card) { return card.textContent.toLowerCase(); });

  function fits(card, index, wanted) {
    var words = (wanted.get('text') || '').toLowerCase().split(/\s+/).filter(Boolean);
    return keys.every(function (key) {
      var value = wanted.get(key);
      if (!value) return true;
      if (value === 'not right') return card.dataset.outcome !== 'right';
      return (' ' + (card.dataset[key] || '') + ' ').indexOf(' ' + value + ' ') >= 0;
    }) && words.every(function (word) { return texts[index].indexOf(word) >= 0; });
  }

  function apply() {
    var wanted = new FormData(form), count = 0;
    cards.forEach(function (card, index) {
      card.hidden = !fits(card, index, wanted);
      if (!card.hidden) count += 1;
    });
    shown.textContent = count + ' of ' + cards.length + ' questions';
  }

  // Whoever follows a link to a question sees it, whatever is filtered.
  function reveal() {
    var card = location.hash && document.getElementById(location.hash.slice(1));
    if (card && card.hidden) { form.reset(); apply(); card.scrollIntoView(); }
  }

  form.addEventListener('input', apply);
  form.addEventListener('reset', function () { setTimeout(apply, 0); });
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  window.addEventListener('hashchange', reveal);
  apply();
  reveal();
})();
