// Warns an officer a minute before they are signed out. Whoever writes is here, and is not warned.
// What was typed stays on the page; sent after the end, the server keeps it until they have signed in again.
(() => {
  "use strict";
  const { ask, left, soon, stay, over, close } = document.currentScript.dataset;
  const WARN_MS = 60 * 1000;
  const ASK_EVERY_MS = 4 * 60 * 1000; // ours: often enough that whoever writes is never warned
  const dialog = document.createElement("dialog");
  const words = document.createElement("p");
  const button = document.createElement("button");
  let asked = Date.now();
  let end = asked + Number(left) * 1000;
  let timer;

  dialog.className = "desk-warning";
  dialog.setAttribute("aria-labelledby", "desk-warning-words");
  words.id = "desk-warning-words";
  words.setAttribute("role", "alert");
  button.className = "button";
  button.type = "button";
  button.textContent = stay;
  dialog.append(words, button);
  document.body.append(dialog);
  button.addEventListener("click", () => {
    dialog.close();
    if (Date.now() < end) sayHere();
  });

  async function sayHere() {
    asked = Date.now();
    try {
      const answer = await fetch(ask, { redirect: "manual", cache: "no-store" });
      if (answer.ok) end = asked + Number(await answer.text()) * 1000;
      else if (answer.type === "opaqueredirect") end = asked; // signed out elsewhere
    } catch {
      asked = 0; // no connection just now: the next sign of life asks again
    }
    wait();
  }

  function wait() {
    clearTimeout(timer);
    const now = Date.now();
    if (now >= end) return show(over, close);
    if (now >= end - WARN_MS) show(soon, stay);
    timer = setTimeout(wait, now >= end - WARN_MS ? end - now : end - WARN_MS - now);
  }

  function show(said, press) {
    words.textContent = said;
    button.textContent = press;
    dialog.close();
    dialog.showModal(); // above whatever has been opened since, such as the curtain of js/idle.js
  }

  function live() {
    if (!dialog.open && Date.now() < end && Date.now() - asked > ASK_EVERY_MS) sayHere();
  }

  for (const sign of ["pointerdown", "keydown", "input"]) window.addEventListener(sign, live, { capture: true, passive: true });
  document.addEventListener("visibilitychange", wait); // timers sleep while the laptop does
  wait();
})();
