// A page that may hold somebody’s own words hides them when nobody has touched it for a while.
// Nothing is lost: one press shows the page as it was.
(() => {
  "use strict";
  const IDLE_MS = 5 * 60 * 1000; // ours: long enough to read and think, short enough for a phone left on a table
  const { words, show } = document.currentScript.dataset;
  const curtain = document.createElement("dialog");
  const button = document.createElement("button");
  let touched = Date.now();
  let timer;

  curtain.className = "idle";
  curtain.setAttribute("aria-label", words);
  button.className = "button";
  button.type = "button";
  button.textContent = show;
  button.addEventListener("click", () => curtain.close());
  const leave = document.querySelector("a.leave")?.cloneNode(true);
  curtain.append(button, ...(leave ? [leave] : []));
  document.body.append(curtain);

  function wait() {
    touched = Date.now();
    clearTimeout(timer);
    timer = setTimeout(draw, IDLE_MS);
  }

  function draw() {
    if (!curtain.open) curtain.showModal();
  }

  for (const sign of ["pointerdown", "keydown", "input", "scroll"]) window.addEventListener(sign, wait, { capture: true, passive: true });
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && Date.now() - touched > IDLE_MS) draw(); // timers sleep while the phone does
  });
  wait();
})();
