// “Listen” reads a step, a question or a page aloud, only with a voice that is on the device: nothing is sent anywhere.
// The sentence that is read is marked. Where the device has no such voice, it says so.
(() => {
  "use strict";
  const speech = window.speechSynthesis; // or none: then there is no voice either
  const NOT_READ = "button, textarea, select, svg, [aria-hidden=true], .visually-hidden, .adults, .changed, .info__own, .about__ways, .progress, .listen, [data-listen] + *";
  const BLOCK = "h1, h2, h3, h4, p, li, dt, dd, summary, label, legend, td, div";
  const PATIENCE_MS = 1000; // some browsers find their voices only when first asked
  let reading = null; // { button, sentences, aloud }
  let shown = null; // how a sentence is marked, once one was

  function offer() {
    for (const button of document.querySelectorAll("[data-listen]")) button.hidden = false;
  }

  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-listen]");
    const again = button && button === reading?.button;
    if (button || event.target.closest("a[href]:not(.word), [data-close]")) stop();
    if (!button || again) return;
    await voices();
    const sentences = [...sentencesOf(button.closest("article, #form"))].filter((one) => voiceFor(one.lang));
    button.nextElementSibling.textContent = sentences.length ? "" : button.dataset.none;
    if (!sentences.length) return;
    reading = { button, sentences };
    button.setAttribute("aria-pressed", "true");
    next();
  });

  function next() {
    const sentence = reading.sentences.shift();
    if (!sentence || !reading.button.checkVisibility()) return stop();
    mark(sentence);
    const aloud = new SpeechSynthesisUtterance(sentence.words);
    aloud.lang = sentence.lang;
    aloud.voice = voiceFor(sentence.lang);
    aloud.rate = 0.9;
    aloud.onend = () => reading?.aloud === aloud && next();
    aloud.onerror = () => reading?.aloud === aloud && stop();
    reading.aloud = aloud;
    speech.speak(aloud);
  }

  function stop() {
    reading?.button.setAttribute("aria-pressed", "false");
    reading = null;
    mark(null);
    speech?.cancel();
  }

  // What a reader sees, sentence by sentence: its words, their language, and where they stand.
  function* sentencesOf(place) {
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    let block = null;
    let nodes = [];
    while (walker.nextNode()) {
      const { parentElement: around } = walker.currentNode;
      if (around.closest(NOT_READ) || !around.checkVisibility()) continue;
      const its = around.closest(BLOCK);
      if (its !== block) yield* split(block, nodes.splice(0));
      block = its;
      nodes.push(walker.currentNode);
    }
    yield* split(block, nodes);
  }

  function* split(block, nodes) {
    const { lang } = nodes[0]?.parentElement.closest("[lang]") ?? document.documentElement;
    const text = nodes.map((node) => node.data).join("");
    const parts = Intl.Segmenter ? [...new Intl.Segmenter(lang, { granularity: "sentence" }).segment(text)] : [{ segment: text, index: 0 }];
    for (const { segment, index } of parts) {
      const words = segment.trim().replace(/\s+/g, " ");
      if (!words) continue;
      const range = document.createRange();
      const first = index + segment.search(/\S/);
      range.setStart(...placeOf(nodes, first));
      range.setEnd(...placeOf(nodes, index + segment.trimEnd().length));
      yield { words, lang, range, block };
    }
  }

  function placeOf(nodes, offset) {
    for (const node of nodes) {
      if (offset <= node.length) return [node, offset];
      offset -= node.length;
    }
  }

  // A rule about everything: in a stylesheet it would be looked up for all of a page, and most pages are not listened to.
  function show() {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("::highlight(listen) { background-color: var(--yellow); color: var(--on-yellow); text-decoration: underline; }");
    document.adoptedStyleSheets.push(sheet);
    return sheet;
  }

  function mark(sentence) {
    document.querySelector(".is-read")?.classList.remove("is-read");
    window.CSS?.highlights?.delete("listen");
    if (!sentence) return;
    if (window.Highlight) {
      shown ??= show();
      CSS.highlights.set("listen", new Highlight(sentence.range));
    } else sentence.block.classList.add("is-read");
    sentence.block.scrollIntoView({ block: "nearest" });
  }

  function voiceFor(tag) {
    const wanted = tag.toLowerCase();
    const fits = (speech?.getVoices() ?? []).filter((voice) => voice.localService && voice.lang.toLowerCase().split(/[-_]/)[0] === wanted.split("-")[0]);
    return fits.find((voice) => voice.lang.toLowerCase().replace("_", "-") === wanted) ?? fits[0] ?? null;
  }

  function voices() {
    if (!speech || speech.getVoices().length) return null;
    return new Promise((found) => {
      speech.addEventListener?.("voiceschanged", found, { once: true });
      setTimeout(found, PATIENCE_MS);
    });
  }

  offer();
  for (const arrival of ["htmx:after:swap", "words-ahead"]) {
    document.addEventListener(arrival, () => {
      offer();
      if (reading && !reading.button.isConnected) stop();
    });
  }
  document.addEventListener("close", stop, true); // of the pop-up
  document.addEventListener("visibilitychange", () => document.hidden && stop()); // somebody has put it away
  window.addEventListener("popstate", stop);
  window.addEventListener("pagehide", stop);
})();
