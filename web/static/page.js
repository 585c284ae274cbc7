// What every page has: keyboard shortcuts, copying, printing. Everything here is extra; the pages
// work without it.
"use strict";
document.documentElement.classList.add("scripted");

// On a narrow screen the sources fold, so that the answer and the next question stay together;
// so does a list of headings before a text.
window.foldLists = (place) => {
  if (!window.matchMedia("(max-width: 47rem)").matches) return;
  for (const list of place.querySelectorAll(".sources, .outline")) list.open = false;
};
window.foldLists(document);

document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy], [data-print]");
  if (!button) return;
  if (button.hasAttribute("data-print")) {
    window.print();
    return;
  }
  const field = document.getElementById(button.dataset.copy);
  const label = button.querySelector("span");
  const before = label.textContent;
  try {
    await navigator.clipboard.writeText(field.value);
  } catch {
    // No clipboard (plain http on another machine): select the text and copy the old way.
    field.hidden = false;
    field.select();
    document.execCommand("copy");
    field.hidden = true;
  }
  label.textContent = button.dataset.done;
  setTimeout(() => { label.textContent = before; }, 2000);
});

// "/" goes to the question box, as people know it from other sites.
document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, textarea, select, [contenteditable]")) return;
  const field = document.querySelector("#question, #q");
  if (!field) return;
  event.preventDefault();
  field.focus();
});

// On paper nothing can be unfolded.
window.addEventListener("beforeprint", () => {
  for (const folded of document.querySelectorAll(".main details, .column details")) folded.open = true;
});

// A judgement is sent without leaving the page; without scripts the form does the same.
document.addEventListener("submit", async (event) => {
  const form = event.target.closest("[data-feedback]");
  if (!form || !event.submitter) return;
  event.preventDefault();
  const body = JSON.stringify({
    answer: form.elements.answer.value,
    conversation: form.elements.conversation.value,
    verdict: event.submitter.value,
  });
  const thanks = document.createElement("p");
  thanks.className = "thanks";
  thanks.setAttribute("role", "status");
  try {
    const response = await fetch("/api/feedback", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body,
    });
    const reply = await response.json();
    thanks.textContent = response.ok ? form.dataset.feedback : reply.error.message;
  } catch {
    form.submit();
    return;
  }
  form.replaceWith(thanks);
});
