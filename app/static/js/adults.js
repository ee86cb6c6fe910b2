// The part for parents, carers and advocates comes when a step is opened, before it is unfolded.
// Without this file, or without signal, a link in its place leads to it.
(() => {
  "use strict";

  document.addEventListener("words-shown", ({ target }) => fill(target.querySelector("details[data-from]")));
  document.addEventListener("toggle", ({ target }) => fill(target), true);

  fill(document.querySelector("#info[open] details[data-from]")); // opened before this file came

  async function fill(part) {
    const from = part?.dataset?.from;
    if (!from) return;
    delete part.dataset.from;
    try {
      const answer = await fetch(from);
      if (!answer.ok) throw new Error(`${from}: ${answer.status}`);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      part.lastElementChild.replaceWith(...page.querySelector("#adults").childNodes);
    } catch {
      part.dataset.from = from; // the link is still there, and unfolding it tries again
    }
  }
})();
