// Asking without leaving the page: the answer arrives claim by claim. Where anything fails before
// the first event, the form is sent the ordinary way, so that there is always an answer.
"use strict";
(() => {
  const stage = document.getElementById("stage");
  const turns = document.getElementById("turns");
  const live = document.getElementById("live");
  const field = document.getElementById("question");
  if (!stage || !turns || !field || !window.ReadableStream) return;
  const texts = JSON.parse(stage.dataset.texts);
  let running = null;
  let shown = location.pathname; // the page this script keeps up to date

  const conversation = () => document.querySelector("#ask [name=conversation]").value;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  // The server draws and cleans all HTML; the parser here runs no scripts.
  function drawn(html) {
    return [...new DOMParser().parseFromString(html, "text/html").body.childNodes];
  }

  function problem(text) {
    const place = document.getElementById("ask-problem");
    place.textContent = text;
    place.hidden = !text;
    field.toggleAttribute("aria-invalid", Boolean(text));
  }

  function enterConversation() {
    document.body.classList.remove("start");
    document.body.classList.add("talking");
    const head = document.querySelector(".conversation-head");
    if (head) head.hidden = false;
    field.rows = 1;
    field.placeholder = texts.follow_placeholder;
  }

  function newTurn(question) {
    const number = turns.children.length + 1;
    const turn = element("section", "turn");
    turn.id = `turn-${number}`;
    const heading = element("h2", question.length > 400 ? "question long" : "question", question);
    const article = element("article", "answer arriving");
    article.setAttribute("aria-busy", "true");
    const claims = element("div", "claims");
    const progress = element("div", "progress");
    const walk = element("span", "walk");
    walk.setAttribute("aria-hidden", "true");
    walk.append(element("i"), element("i"), element("i"));
    const message = element("span", "", texts.searching);
    const stop = element("button", "button button-quiet", texts.stop);
    stop.type = "button";
    stop.addEventListener("click", () => running && running.abort());
    progress.append(walk, message, stop);
    article.append(claims, progress);
    turn.append(heading, article);
    turns.append(turn);
    turn.scrollIntoView({ block: "start", behavior: "smooth" });
    return { turn, article, claims, progress, message };
  }

  function failed(view, error, question) {
    const text = error && error.message ? `${error.message} ${error.hint || ""}`.trim() : texts.failed;
    view.article.className = "answer answer-failed";
    view.article.removeAttribute("aria-busy");
    const again = element("button", "button button-quiet", texts.again);
    again.type = "button";
    again.addEventListener("click", () => {
      view.turn.remove();
      ask(question);
    });
    view.article.replaceChildren(element("p", "status", text), again);
    live.textContent = text;
  }

  async function* eventsOf(response) {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      rest += value.replaceAll("\r\n", "\n");
      let end;
      while ((end = rest.indexOf("\n\n")) >= 0) {
        const block = rest.slice(0, end);
        rest = rest.slice(end + 2);
        let name = "message";
        const data = [];
        for (const line of block.split("\n")) {
          if (line.startsWith("event:")) name = line.slice(6).trim();
          else if (line.startsWith("data:")) data.push(line.slice(5).replace(/^ /, ""));
        }
        if (data.length) yield { name, data: JSON.parse(data.join("\n")) };
      }
    }
  }

  async function ask(question) {
    if (running) running.abort();
    problem("");
    enterConversation();
    const view = newTurn(question);
    const control = new AbortController();
    running = control;
    live.textContent = texts.searching;
    try {
      const response = await fetch("/api/chat", {
        method: "POST",
        headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
        body: JSON.stringify({ question, conversation: conversation() }),
        signal: control.signal,
      });
      if (!response.ok) {
        failed(view, (await response.json()).error, question);
        return;
      }
      let finished = false;
      for await (const { name, data } of eventsOf(response)) {
        if (name === "retrieved") {
          view.message.textContent = fill(texts.reading, data);
        } else if (name === "working") {
          const waited = fill(data.stage === "waiting" ? texts.waiting : texts.drafting, data);
          if (waited !== view.message.textContent) {
            view.message.textContent = waited;
            // Said aloud when the place in line changes, not with every sign of life.
            if (data.stage === "waiting") live.textContent = waited;
          }
        } else if (name === "claim") {
          const parts = drawn(data.html);
          for (const part of parts) if (part.classList) part.classList.add("arriving");
          view.claims.append(...parts);
          live.textContent = data.text;
        } else if (name === "error") {
          failed(view, data.error, question);
          finished = true;
        } else if (name === "done") {
          finish(view, data);
          finished = true;
        }
      }
      if (!finished) failed(view, null, question);
    } catch (error) {
      if (control.signal.aborted) {
        view.progress.replaceChildren(element("p", "quiet", texts.stopped));
        view.article.removeAttribute("aria-busy");
        live.textContent = texts.stopped;
      } else {
        failed(view, null, question);
      }
    } finally {
      if (running === control) running = null;
    }
  }

  function finish(view, data) {
    const [turn] = drawn(data.html).filter((node) => node.nodeType === Node.ELEMENT_NODE);
    view.turn.replaceWith(turn);
    window.foldLists(turn);
    if (turn.getBoundingClientRect().top > window.innerHeight / 3) {
      turn.scrollIntoView({ block: "start", behavior: "smooth" });
    }
    for (const hidden of document.querySelectorAll("[name=conversation]")) hidden.value = data.conversation;
    const address = `/conversations/${encodeURIComponent(data.conversation)}`;
    if (address !== shown) history.pushState(null, "", address); // Back leads to where it was asked
    shown = address;
    document.title = `${data.question.slice(0, 60)} · Wegwijs`;
    const count = data.citations.length;
    live.textContent = count ? fill(texts.ready, { count }) : texts.ready_none;
  }

  // Back and forward between the start page and a conversation: the server still has both.
  window.addEventListener("popstate", () => {
    if (location.pathname !== shown) location.reload();
  });

  document.addEventListener("submit", (event) => {
    const form = event.target.closest("[data-ask]");
    if (!form) return;
    const isBox = form.id === "ask";
    const question = (isBox ? field.value : event.submitter && event.submitter.name === "question"
      ? event.submitter.value : form.elements.question.value).trim();
    event.preventDefault();
    if (!question) {
      problem(texts.empty);
      field.focus();
      return;
    }
    const limit = Number(field.dataset.limit);
    if ([...question].length > limit) {
      problem(fill(texts.too_long, { length: [...question].length, limit }));
      field.focus();
      return;
    }
    if (isBox) field.value = "";
    ask(question);
    field.focus({ preventScroll: true });
  });

  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    field.form.requestSubmit();
  });
})();
