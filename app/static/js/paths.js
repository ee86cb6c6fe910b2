// Further down the map the paths are laid out one after the other once the page has come (css/path.css): a slow phone has
// time for a thumb in between. Without this file the browser does it where somebody scrolls to.
(() => {
  "use strict";
  const waiting = [...document.querySelectorAll(".path")];

  function layNext() {
    waiting.shift()?.classList.add("path--laid");
    if (waiting.length) requestAnimationFrame(() => setTimeout(layNext));
  }

  function layAll() {
    while (waiting.length) layNext();
  }

  // Whoever comes to a place further down sees nothing move.
  if (location.hash || scrollY) layAll();
  else window.addEventListener("load", () => setTimeout(layNext));
  window.addEventListener("beforeprint", layAll);
  window.addEventListener("hashchange", layAll);
})();
