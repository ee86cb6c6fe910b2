// A private page that the browser brings back as it was left (its back/forward cache) stays behind its curtain until
// the server has said that what was there has not been forgotten. What was typed and not yet sent is not lost by that.
(() => {
  "use strict";
  const root = document.documentElement;

  window.addEventListener("pagehide", () => root.classList.add("curtain"));

  window.addEventListener("pageshow", (event) => {
    if (event.persisted) look();
  });

  async function look() {
    const typed = [...document.querySelectorAll("textarea, input")].some((field) => field.value !== field.defaultValue);
    if (!typed) return location.reload(); // nothing here that the server has not: it shows the page, or another
    try {
      const answer = await fetch(location.href, { method: "HEAD", redirect: "manual", cache: "no-store" });
      if (answer.ok) root.classList.remove("curtain");
      else location.reload();
    } catch {
      window.addEventListener("online", look, { once: true });
    }
  }
})();
