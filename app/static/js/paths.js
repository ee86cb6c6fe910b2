// Further down the map the paths, the forks and the foot are laid out one after the other once the page has come (css/path.css):
// a slow phone has time for a thumb in between. Without this file the browser does it where somebody scrolls to.
(() => {
  "use strict";
  const waiting = [...document.querySelectorAll(".path, .fork, .footer")];

  function layNext() {
    waiting.shift()?.classList.add("laid");
    if (waiting.length) requestAnimationFrame(() => setTimeout(layNext));
  }

  function layAll() {
    while (waiting.length) layNext();
  }

  // Whoever comes to a place further down sees nothing move. How far down is not asked of the page: it would be laid out to answer.
  if (location.hash || performance.getEntriesByType("navigation")[0]?.type !== "navigate") layAll();
  else window.addEventListener("load", () => setTimeout(layNext));
  window.addEventListener("beforeprint", layAll);
  window.addEventListener("hashchange", layAll);
})();
