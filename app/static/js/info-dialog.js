// The pop-up of an “i”. Without this file the “i” is a plain link to the same words.
// The words of every step wait in #info-kept (words-ahead.js); the one that is read moves into the pop-up and back.
// It lies over the page at once, and the page behind becomes inert only when the words have been painted: to make it so
// first, as showModal() does, takes a slow phone longer than all the rest.
(() => {
  "use strict";
  const info = document.querySelector("#info");
  if (!info?.showModal) return;
  const words = info.querySelector("#info-words");
  const kept = document.querySelector("#info-kept");
  const steps = new URL(info.dataset.steps, location.href).pathname;
  let opener = null; // the “i” that is given the focus back
  let reading = ""; // the step in the pop-up
  let shown = 0; // how many have been shown: what was to come after one does not come after the next
  let leaving = 0; // a frame: what comes next behind the pop-up
  let goingBack = false; // the pop-up has closed, and its place in the history has not been left yet

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target === info || event.target.closest("#info [data-close]")) return info.close();
    const link = event.target.closest("a[href]");
    const step = link && !link.hasAttribute("data-plain") && stepOf(link);
    if (!step) return;
    event.preventDefault();
    if (!info.open) opener = link;
    open(step, link.href);
  });

  async function open(step, href) {
    const article = find(step);
    if (article) return show(article, step);
    show(document.createTextNode(info.dataset.slow), step);
    const fetched = await fetchWords(href);
    if (reading !== step) return;
    if (!fetched) return location.assign(href);
    find(step)?.remove(); // the words of every step came meanwhile
    nameAsKept(fetched, step);
    show(fetched, step);
  }

  // From the step’s own page. Without signal the browser goes there, and says what it has to say.
  async function fetchWords(href) {
    const answer = await fetch(href).catch(() => null);
    if (!answer?.ok) return null;
    return new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("#about");
  }

  function show(content, step) {
    reading = step;
    cancelAnimationFrame(leaving);
    putBack(content);
    words.replaceChildren(content);
    info.setAttribute("aria-labelledby", words.querySelector(".about__title")?.id ?? words.id);
    point("prev");
    point("next");
    if (info.open) words.scrollTop = 0;
    if (info.open) words.focus();
    else if ("inert" in info) info.show(); // which gives the focus to the words: they are autofocus
    else info.showModal();
    onceSeen(settle);
  }

  // What nobody sees waits until the frame with the words is on the screen: one frame is painted while the next is asked for.
  function onceSeen(work) {
    const mine = ++shown;
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => mine === shown && info.open && work())));
  }

  function settle() {
    document.documentElement.classList.add("behind");
    leaveBehind(true);
    if (!goingBack) remember();
    words.dispatchEvent(new Event("words-shown", { bubbles: true }));
  }

  // Everything but the pop-up and what it stands in, one part in each frame: all at once holds a slow phone up. Where the
  // “i” stands goes first, so that it can be given the focus back.
  function leaveBehind(isBehind) {
    cancelAnimationFrame(leaving);
    const parts = [...partsBehind()].sort((one, other) => other.contains(opener) - one.contains(opener));
    (function next() {
      const part = parts.shift();
      if (!part) return;
      part.inert = isBehind;
      leaving = requestAnimationFrame(next);
    })();
  }

  function* partsBehind() {
    for (let inside = info; inside !== document.body; inside = inside.parentElement) {
      for (const part of inside.parentElement.children) if (part !== inside) yield* partsOf(part);
    }
  }

  // The map is too much at once: its stages one by one.
  function* partsOf(part) {
    if (part.matches(".walk, .map")) for (const inner of part.children) yield* partsOf(inner);
    else if (!part.matches("dialog, link, script, [hidden]")) yield part;
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !info.open || document.querySelector("dialog:modal")) return;
    event.preventDefault();
    info.close();
  });

  function point(rel) {
    const way = info.querySelector(`.info__foot [rel=${rel}]`);
    const source = words.querySelector(`.about__ways [rel=${rel}]`);
    way.hidden = !source;
    if (!source) return;
    way.href = source.href;
    way.setAttribute("aria-label", source.textContent);
  }

  info.addEventListener("close", () => {
    if (info.open) return; // opened again before this was told
    reading = "";
    putBack();
    document.documentElement.classList.remove("behind");
    leaveBehind(false);
    opener?.focus({ preventScroll: true });
    if (!history.state?.popUp) return;
    goingBack = true;
    history.back();
  });

  // The phone’s back button closes the pop-up; forward opens it again. The address stays the map’s.
  window.addEventListener("popstate", () => {
    const step = history.state?.popUp;
    if (goingBack) {
      goingBack = false;
      if (info.open) remember();
    } else if (!step) {
      info.close();
    } else if (find(step)) {
      show(find(step), step);
    }
  });

  function remember() {
    if (history.state?.popUp) history.replaceState({ popUp: reading }, "");
    else history.pushState({ popUp: reading }, "");
  }

  // A page loaded anew has no pop-up open, whatever its place in the history says.
  if (history.state?.popUp) history.replaceState(null, "");

  function putBack(exceptFor) {
    for (const article of words.querySelectorAll(":scope > .about")) {
      if (article !== exceptFor) kept.append(article);
    }
  }

  // A step’s own page calls it by other ids than the page of all steps, which may stand beside it here.
  function nameAsKept(article, step) {
    const title = article.querySelector(".about__title");
    article.id = `about-${step}`;
    title.id = `title-${step}`;
    article.setAttribute("aria-labelledby", title.id);
  }

  function find(step) {
    const id = `#about-${CSS.escape(step)}`;
    return words.querySelector(id) ?? kept.querySelector(id);
  }

  function stepOf(link) {
    const { origin, pathname } = new URL(link.href);
    return origin === location.origin && pathname.startsWith(steps) ? pathname.slice(steps.length) : "";
  }
})();
