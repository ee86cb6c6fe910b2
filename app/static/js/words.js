// A hard word is explained on the spot: its meaning comes from the word list, which the link leads to without this file.
(() => {
  "use strict";
  const lists = new Map(); // address of a word list → the list, fetched once

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a.word");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const open = link.nextElementSibling;
    if (open?.matches(".meaning")) {
      open.remove();
      link.removeAttribute("aria-expanded");
      return;
    }
    const meaning = await meaningOf(link);
    if (!meaning) return location.assign(link.href);
    const place = document.createElement("span");
    place.className = "meaning";
    place.setAttribute("role", "status");
    link.after(place);
    link.setAttribute("aria-expanded", "true");
    requestAnimationFrame(() => (place.textContent = meaning)); // into a place that is already there, so that it is read out
  });

  async function meaningOf(link) {
    const [address, word] = link.href.split("#");
    if (!lists.has(address)) lists.set(address, fetchList(address));
    const list = await lists.get(address);
    const named = list?.getElementById(decodeURIComponent(word ?? ""));
    return named?.nextElementSibling?.textContent.trim();
  }

  async function fetchList(address) {
    try {
      const answer = await fetch(address);
      return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    } catch {
      lists.delete(address); // no signal just now: the next tap tries again
      return null;
    }
  }
})();
