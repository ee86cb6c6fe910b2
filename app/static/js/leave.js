// “Leave quickly”. The link works without this file; with it, the page is hidden in the same frame as the tap,
// the server is told to forget, and this page gives its place in the history to a neutral one.
(() => {
  "use strict";
  const root = document.documentElement;
  let neutral = "";

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a.leave, a.leave-try");
    if (!link) return;
    event.preventDefault();
    const isTry = !link.matches(".leave"); // before the first question: it feels the same, and forgets nothing
    neutral = isTry ? link.href : link.dataset.to;
    root.classList.add("curtain");
    document.title = "…";
    if (!isTry) {
      navigator.serviceWorker?.controller?.postMessage("leave"); // what is saved for later goes too, signal or not
      if (!navigator.sendBeacon(link.href)) fetch(link.href, { method: "POST", keepalive: true });
    }
    location.replace(neutral);
  });

  // A page that is brought back as it was left stays behind its curtain.
  window.addEventListener("pageshow", () => {
    if (neutral) location.replace(neutral);
  });

  // An on-screen keyboard may cover the end of the page: say how much, and the link moves above it (css/leave.css).
  // Only when it is another: the whole page goes by it, and a phone tells of many a size that covers nothing.
  const seen = window.visualViewport;
  let covered = 0;
  seen?.addEventListener("resize", () => {
    const before = covered;
    covered = seen.scale === 1 ? Math.round(Math.max(0, window.innerHeight - seen.height - seen.offsetTop)) : 0;
    if (covered !== before) root.style.setProperty("--covered", `${covered}px`);
  });
})();
