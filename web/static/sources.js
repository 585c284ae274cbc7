// Citations: a preview when a number is pointed at or focused, and the source itself in a panel
// beside the conversation. Without this script every number is a plain link to the source viewer.
"use strict";
(() => {
  const stage = document.getElementById("stage");
  const panel = document.getElementById("panel");
  let opener = null;
  let peek = null;
  let closing = 0;

  const cardOf = (marker) => {
    const scope = marker.closest(".answer, .line > li");
    return scope && scope.querySelector(`.source[data-source="${CSS.escape(marker.dataset.n)}"]`);
  };

  function hidePeek() {
    if (peek) peek.remove();
    peek = null;
  }

  function showPeek(marker) {
    clearTimeout(closing);
    hidePeek();
    const card = cardOf(marker);
    if (!card) return;
    peek = document.createElement("div");
    peek.className = "peek";
    peek.setAttribute("aria-hidden", "true"); // the same words stand in the list of sources
    const of = card.closest(".cited");
    for (const part of [...of.querySelectorAll(".source-title, .source-meta"), card.closest(".place-row").querySelector(".source-where"), card.querySelector(".quote")]) {
      const shown = part.cloneNode(true);
      shown.hidden = false;
      peek.append(shown);
    }
    for (const link of peek.querySelectorAll("a")) link.replaceWith(...link.childNodes);
    document.body.append(peek);
    const at = marker.getBoundingClientRect();
    const size = peek.getBoundingClientRect();
    const left = Math.min(Math.max(at.left - 24, 16), document.documentElement.clientWidth - size.width - 16);
    const above = at.top > size.height + 24;
    peek.style.left = `${Math.max(left, 8) + window.scrollX}px`;
    peek.style.top = `${(above ? at.top - size.height - 10 : at.bottom + 10) + window.scrollY}px`;
    peek.addEventListener("mouseenter", () => clearTimeout(closing));
    peek.addEventListener("mouseleave", hidePeek);
  }

  document.addEventListener("mouseover", (event) => {
    const marker = event.target.closest("a.node");
    if (marker) showPeek(marker);
  });
  document.addEventListener("mouseout", (event) => {
    if (event.target.closest("a.node")) closing = setTimeout(hidePeek, 180);
  });
  document.addEventListener("focusin", (event) => {
    const marker = event.target.closest("a.node");
    if (marker && marker.matches(":focus-visible")) showPeek(marker);
    else if (!event.target.closest(".peek")) hidePeek();
  });

  function bar(address) {
    const head = document.createElement("div");
    head.className = "panel-bar";
    const title = document.createElement("span");
    title.textContent = panel.getAttribute("aria-label");
    const whole = document.createElement("a");
    whole.href = address;
    whole.textContent = panel.dataset.alone;
    const close = document.createElement("button");
    close.type = "button";
    close.className = "button button-quiet";
    close.dataset.closePanel = "";
    close.textContent = panel.dataset.close;
    head.append(title, whole, close);
    return head;
  }

  // The panel is a step in the browser's history, so that Back closes it and does not leave the
  // page: people press it where the panel fills the screen.
  function noteInHistory(address) {
    const state = { panel: address };
    if (history.state && history.state.panel) history.replaceState(state, "");
    else history.pushState(state, "");
  }

  async function openSource(address, from) {
    const url = new URL(address, location.href);
    url.searchParams.set("fragment", "1");
    try {
      const response = await fetch(url);
      if (!response.ok) throw new Error(String(response.status));
      const html = await response.text();
      if (from) opener = from;
      const parsed = new DOMParser().parseFromString(html, "text/html");
      panel.replaceChildren(bar(address), ...parsed.body.childNodes);
      panel.hidden = false;
      stage.classList.add("with-panel");
      document.body.classList.add("panel-open");
      for (const marker of document.querySelectorAll("a.node.current")) marker.classList.remove("current");
      if (from && from.classList.contains("node")) from.classList.add("current");
      panel.scrollTop = 0;
      showQuote();
      panel.focus({ preventScroll: true });
      if (opener && opener.isConnected) opener.scrollIntoView({ block: "nearest" });
    } catch {
      location.assign(address); // the plain page says what is wrong
    }
  }

  function showQuote() {
    const sheet = panel.querySelector(".sheet-page");
    const first = panel.querySelector(".sheet-page .highlight, .reading mark");
    if (!first) return;
    const scroll = () => {
      const at = first.getBoundingClientRect();
      const frame = panel.getBoundingClientRect();
      if (at.bottom > frame.bottom - 40) panel.scrollTop += at.top - frame.top - frame.height * 0.4;
    };
    scroll();
    const image = sheet && sheet.querySelector("image");
    if (image) image.addEventListener("load", scroll, { once: true });
  }

  function closePanel() {
    if (panel.hidden) return;
    panel.hidden = true;
    panel.replaceChildren();
    stage.classList.remove("with-panel");
    document.body.classList.remove("panel-open");
    for (const marker of document.querySelectorAll("a.node.current")) marker.classList.remove("current");
    if (opener && opener.isConnected) opener.focus();
    opener = null;
  }

  function leavePanel() {
    closePanel();
    if (history.state && history.state.panel) history.back();
  }

  if (panel) {
    const follow = () => {
      const address = history.state && history.state.panel;
      if (address) openSource(address, null);
      else closePanel();
    };
    window.addEventListener("popstate", follow);
    follow(); // a reload keeps what was open
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-close-panel]")) {
      leavePanel();
      return;
    }
    if (!panel || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    const link = event.target.closest("a.node, a[data-viewer]");
    if (!link) return;
    event.preventDefault();
    hidePeek();
    const address = link.getAttribute("href");
    noteInHistory(address);
    openSource(address, panel.contains(link) ? null : link);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      if (peek) hidePeek();
      else if (panel && !panel.hidden) leavePanel();
      return;
    }
    const pages = { ArrowLeft: "prev", ArrowRight: "next" };
    if (!pages[event.key] || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.target.closest("input, textarea, select")) return;
    const place = panel && !panel.hidden ? panel : document.querySelector(".main-wide .viewer");
    const link = place && place.querySelector(`.pager a[rel="${pages[event.key]}"]`);
    if (link) link.click();
  });
})();
