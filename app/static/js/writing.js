// Writing a long answer. A way to begin goes in where the cursor is; what the server has kept is said once; near the
// longest length it says how much still fits. Without this file a way to begin is a button that sends the form.
(() => {
  "use strict";
  const NEAR = 0.9; // of the longest: before that, nobody needs to be told
  const PAUSE_MS = 1000; // a screen reader is told when the writing rests, and not at every key
  const touched = new WeakSet(); // fields in which the reader has put the cursor
  let rest;

  document.addEventListener("focusin", ({ target }) => target.matches("textarea") && touched.add(target));

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-starter]");
    if (!button) return;
    event.preventDefault();
    const field = button.closest(".field").querySelector("textarea");
    const at = touched.has(field) ? field.selectionEnd : field.value.length;
    const gap = /\S$/u.test(field.value.slice(0, at)) ? " " : "";
    field.setRangeText(gap + button.dataset.starter, at, at, "end");
    field.focus();
    field.dispatchEvent(new Event("input", { bubbles: true })); // it is counted and kept like what was typed
  });

  // What is kept.
  const part = (field, name) => field.closest(".field").querySelector(`.field__${name}`);
  const longAnswer = ({ detail }) => (detail.ctx?.sourceElement?.matches("textarea[data-longest]") ? detail.ctx.sourceElement : null);

  document.addEventListener("htmx:after:request", (event) => {
    const field = longAnswer(event);
    if (field) say(part(field, "kept"), event.detail.ctx.response.status === 204);
  });
  document.addEventListener("htmx:error", (event) => {
    const field = longAnswer(event);
    if (field) say(part(field, "kept"), false);
  });

  function say(place, isKept) {
    const words = isKept ? place.dataset.words : "";
    if (place.textContent !== words) place.textContent = words; // once, and not after every pause
  }

  // How much still fits. Counted as the server does: by letters of any script, and not by halves of them.
  document.addEventListener("input", ({ target }) => target.matches("textarea[data-longest]") && count(target));
  document.addEventListener("htmx:after:swap", countAll);
  countAll();

  function countAll() {
    for (const field of document.querySelectorAll("textarea[data-longest]")) count(field);
  }

  function count(field) {
    const longest = Number(field.dataset.longest);
    const shown = part(field, "left");
    const length = field.value.length < longest * NEAR ? 0 : [...field.value].length;
    const left = longest - length;
    const words = left < 0 ? shown.dataset.over : shown.dataset.left;
    shown.textContent = length < longest * NEAR ? "" : inWords(words, Math.abs(left));
    clearTimeout(rest);
    rest = setTimeout(() => (part(field, "said").textContent = shown.textContent), PAUSE_MS);
  }

  function inWords(words, number) {
    return words.replace("{number}", new Intl.NumberFormat(document.documentElement.lang).format(number));
  }
})();
