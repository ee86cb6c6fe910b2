// What only somebody who reads on will need is fetched at the first touch, key or scroll.
// A page that is glanced at costs no more than itself. htmx is run only when somebody is at a form that uses it: to run it
// holds up a slow phone for longer than a pop-up takes.
(() => {
  "use strict";
  const { now, used, soon } = document.currentScript.dataset;
  if (!soon) return;
  const SEEN_MS = 200; // ours: longer than from a touch to what it does, as a pop-up, and too short to be waited for
  const QUIET_MS = 500; // ours: what the reader does first comes first
  const signs = ["pointerdown", "keydown", "scroll", "focusin"];
  const wanted = new Set(split(now));

  function begin() {
    for (const sign of signs) window.removeEventListener(sign, begin, true);
    setTimeout(fetchAll, SEEN_MS);
  }

  function fetchAll() {
    for (const address of wanted) load(address);
    // For the next page: into the browser’s own store. Without it that page fetches them itself.
    if (!navigator.connection?.saveData) split(soon).forEach((address, place) => setTimeout(keep, QUIET_MS * (place + 1), address));
  }

  function split(addresses) {
    return (addresses ?? "").split(" ").filter(Boolean);
  }

  function keep(address) {
    fetch(address, { priority: "low" }).catch(() => null);
  }

  function load(address) {
    const script = run(address);
    script.addEventListener("load", () => wanted.delete(address));
    script.addEventListener("error", wait); // no signal just now: the next sign tries again
  }

  function run(address) {
    const script = document.createElement("script");
    script.src = address;
    script.async = false; // in their order
    script.addEventListener("error", () => script.remove());
    document.head.append(script);
    return script;
  }

  document.addEventListener("focusin", function comes({ target }) {
    const form = target.closest("form[hx-get]");
    if (!form || !used) return;
    document.removeEventListener("focusin", comes);
    run(used).addEventListener("error", () => document.addEventListener("focusin", comes));
  });

  function wait() {
    for (const sign of signs) window.addEventListener(sign, begin, { capture: true, passive: true });
  }

  wait();
})();
