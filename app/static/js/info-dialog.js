// The pop-up of an “i”. Without this file, or while its words have not come, the “i” is a plain link to the same words.
// The words of every step wait in #info-kept, where htmx has put them; the one that is read moves into the pop-up and back.
// The browser gives the rest: the page behind is inert, and Escape closes.
(() => {
  "use strict";
  const info = document.querySelector("#info");
  if (!info?.showModal) return;
  const words = info.querySelector("#info-words");
  const kept = document.querySelector("#info-kept");
  const steps = new URL(info.dataset.steps, location.href).pathname;
  let opener = null; // the “i” that is given the focus back
  let goingBack = false; // we have asked for the entry before the pop-up’s own, and it has not come yet

  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target === info || event.target.closest("#info [data-close]")) return info.close();
    const link = event.target.closest("a[href]");
    const step = link && !link.hasAttribute("data-plain") && stepOf(link);
    if (!step || !(find(step) || window.htmx)) return;
    event.preventDefault();
    if (!info.open) opener = link;
    open(step, link.href);
  });

  async function open(step, href) {
    const article = find(step);
    if (article) return show(article, step);
    show(document.createTextNode(info.dataset.slow), step);
    await window.htmx.ajax("GET", href, { target: words, select: "#about", swap: "innerHTML ignoreTitle:true" });
    if (!info.open || history.state?.popUp !== step) return;
    const fetched = words.querySelector("#about");
    if (!fetched) return location.assign(href);
    fetched.id = `about-${step}`;
    show(fetched, step);
  }

  function show(article, step) {
    putBack(article);
    words.replaceChildren(article);
    words.scrollTop = 0;
    const title = words.querySelector(".about__title");
    if (title) info.setAttribute("aria-labelledby", title.id);
    for (const rel of ["prev", "next"]) point(info.querySelector(`.info__foot [rel=${rel}]`), words.querySelector(`.about__ways [rel=${rel}]`));
    if (!info.open) {
      info.showModal();
      document.documentElement.classList.add("behind");
      if (!goingBack) history.pushState({ popUp: step }, "");
    } else if (history.state?.popUp) {
      history.replaceState({ popUp: step }, "");
    }
    words.focus();
  }

  function point(way, source) {
    way.hidden = !source;
    if (source) way.replaceChildren(...source.cloneNode(true).childNodes);
    if (source) way.href = source.href;
  }

  // The phone’s back button closes; forward opens again.
  window.addEventListener("popstate", () => {
    const step = history.state?.popUp;
    if (goingBack) {
      goingBack = false;
      if (info.open) history.pushState({ popUp: words.firstElementChild?.dataset.step }, "");
    } else if (info.open && !step) {
      info.close();
    } else if (step && find(step)) {
      show(find(step), step);
    }
  });

  info.addEventListener("close", () => {
    putBack();
    document.documentElement.classList.remove("behind");
    opener?.focus({ preventScroll: true });
    if (history.state?.popUp) {
      goingBack = true;
      history.back();
    }
  });

  // A page loaded anew has no pop-up open, whatever its place in the history says.
  if (history.state?.popUp) history.replaceState(null, "");

  function putBack(exceptFor) {
    for (const article of words.querySelectorAll(":scope > .about")) {
      if (article === exceptFor) continue;
      if (kept.querySelector(`#${CSS.escape(article.id)}`)) article.remove();
      else kept.append(article);
    }
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
