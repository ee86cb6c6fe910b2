// The words of every pop-up, fetched once and quietly when the page has settled: an “i” then opens at once.
// Without this file an “i” is a link.
(() => {
  "use strict";
  const kept = document.querySelector("#info-kept");
  if (!kept) return;
  const steps = document.querySelector("#info").dataset.steps;

  async function fetchWords() {
    const answer = await fetch(steps, { priority: "low" });
    if (!answer.ok) throw new Error(`${steps}: ${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    // One article, one id: what is being read already is not kept a second time.
    const articles = [...page.querySelectorAll(".about")];
    // A few at a time, so that a slow phone can scroll and tap in between.
    while (articles.length) {
      kept.append(...articles.splice(0, 4).filter((article) => !document.getElementById(article.id)));
      await new Promise((done) => setTimeout(done));
    }
    kept.dispatchEvent(new Event("words-ahead", { bubbles: true }));
  }

  let tries = 0;
  const fetchOrWait = () => fetchWords().catch(() => ++tries < 5 && setTimeout(fetchOrWait, tries * 5000)); // no signal just now

  const begin = () => setTimeout(fetchOrWait); // what the page's coming holds up is enough for one go
  if (document.readyState === "complete") begin();
  else window.addEventListener("load", begin);
})();
