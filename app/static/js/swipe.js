// On a phone the sheet follows the thumb: pulled down by its handle or its head, it closes. “Close” does the same.
(() => {
  "use strict";
  const FAR = 96; // px, ours: more than a thumb trembles, less than it reaches
  const FAST = 0.5; // px a millisecond, ours: a flick
  const QUICK = { duration: 160, easing: "ease-out" };
  const info = document.querySelector("#info");
  const sheet = info?.querySelector(".info__sheet");
  const handle = info?.querySelector(".info__handle");
  if (!handle) return;
  let from = null; // where and when the thumb came down
  let last = null; // the movement that follows when it is lifted

  sheet.addEventListener("pointerdown", (event) => {
    const grip = event.pointerType === "mouse" ? ".info__handle" : ".info__handle, .about__head";
    if (!event.isPrimary || !event.target.closest(grip) || !handle.checkVisibility() || isScrolled()) return;
    from = { y: event.clientY, at: event.timeStamp };
    sheet.setPointerCapture(event.pointerId);
  });

  sheet.addEventListener("pointermove", (event) => {
    if (from) sheet.style.translate = `0 ${pulled(event)}px`;
  });

  sheet.addEventListener("pointerup", (event) => {
    if (!from) return;
    const far = pulled(event);
    const isFlick = far > FAR / 4 && far / (event.timeStamp - from.at) > FAST;
    letGo(far, far > FAR || isFlick);
  });
  sheet.addEventListener("pointercancel", (event) => from && letGo(pulled(event), false));
  info.addEventListener("close", () => letGo(0, false));

  function letGo(far, closes) {
    from = null;
    last?.cancel();
    last = null;
    sheet.style.translate = "";
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (isCalm || !far) return closes && info.close();
    last = sheet.animate({ translate: [`0 ${far}px`, closes ? "0 100%" : "0 0"] }, QUICK);
    if (closes) last.onfinish = () => info.close();
  }

  function pulled(event) {
    return Math.max(0, event.clientY - from.y);
  }

  function isScrolled() {
    return sheet.scrollTop + info.querySelector(".info__words").scrollTop > 0;
  }
})();
