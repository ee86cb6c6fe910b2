// Which stage the reader is at, shown in the row of links that stays in sight. Without this file it is a plain row.
(() => {
  "use strict";
  const jump = document.querySelector(".jump");
  if (!jump || !window.IntersectionObserver) return;
  const USUAL_REM = 3.5; // as in css/jump.css
  const links = [...jump.querySelectorAll("a")].filter((link) => land(link));
  const inSight = new Set();

  // A stage is where one reads: a little above the middle of the screen.
  const eyes = new IntersectionObserver(look, { rootMargin: "-40% 0px -60% 0px" });
  for (const link of links) eyes.observe(land(link));

  function land(link) {
    return document.getElementById(link.hash.slice(1));
  }

  function look(entries) {
    for (const { target, isIntersecting } of entries) inSight[isIntersecting ? "add" : "delete"](`#${target.id}`);
    const here = links.filter((link) => inSight.has(link.hash)).pop(); // lands overlap: the one in front counts
    for (const link of links) {
      if (link === here) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  // What is scrolled to stops below the row, however tall the reader’s letters make it. As tall as usual it is known to
  // css/jump.css, and nothing is said: what is said to the whole page styles all of it anew.
  if (window.ResizeObserver) new ResizeObserver(makeRoom).observe(jump);

  function makeRoom() {
    const root = document.documentElement;
    const isTall = jump.offsetHeight > USUAL_REM * parseFloat(getComputedStyle(root).fontSize);
    if (isTall) root.style.setProperty("--jump", `${jump.offsetHeight}px`);
    else if (root.style.getPropertyValue("--jump")) root.style.removeProperty("--jump");
  }
})();
