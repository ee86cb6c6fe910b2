// What only somebody who reads on will need is fetched at the first touch, key or scroll.
// A page that is glanced at costs no more than itself.
(() => {
  "use strict";
  const { now, soon } = document.currentScript.dataset;
  if (!now) return;
  const QUIET_MS = 500; // ours: what the reader does first comes first
  const signs = ["pointerdown", "keydown", "scroll", "focusin"];
  const wanted = new Set(now.split(" "));

  function begin() {
    for (const sign of signs) window.removeEventListener(sign, begin, true);
    requestAnimationFrame(() => setTimeout(fetchAll)); // what the sign does is painted first
  }

  function fetchAll() {
    for (const address of wanted) load(address);
    // For the next page: into the browser’s own store. Without it that page fetches them itself.
    if (!navigator.connection?.saveData) soon.split(" ").forEach((address, place) => setTimeout(keep, QUIET_MS * (place + 1), address));
  }

  function keep(address) {
    fetch(address, { priority: "low" }).catch(() => null);
  }

  function load(address) {
    const script = document.createElement("script");
    script.src = address;
    script.async = false; // in their order
    script.addEventListener("load", () => wanted.delete(address));
    script.addEventListener("error", () => {
      script.remove();
      wait(); // no signal just now: the next sign tries again
    });
    document.head.append(script);
  }

  function wait() {
    for (const sign of signs) window.addEventListener(sign, begin, { capture: true, passive: true });
  }

  wait();
})();
