// Keeps the public pages of one council in one language, for when there is no signal (app/pages/saving.py says which).
// Never the form, the follow page or the desk. It is there only when somebody has tapped “Save”, and “Leave quickly” ends it.
(() => {
  "use strict";
  const { cache: name, pages, files, noSignal, look, old } = self.kept;
  const [place] = name.split(" ");
  const PATIENCE_MS = 3000; // for a fresh page, before the kept one is shown: ours
  const KEPT_ON = "X-Kept-On";

  self.addEventListener("install", (event) => event.waitUntil(keepAll()));
  self.addEventListener("activate", (event) => event.waitUntil(tidy()));
  self.addEventListener("fetch", (event) => {
    const { request } = event;
    const { origin, pathname, search } = new URL(request.url);
    if (origin !== location.origin) return;
    if (pathname === look) return event.waitUntil(wearTheLook(event));
    if (request.method !== "GET") return;
    if (files.includes(pathname)) event.respondWith(file(request));
    else if (pages.includes(pathname) && !search) event.respondWith(page(event, pathname));
    else if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => kept(noSignal)));
  });
  self.addEventListener("message", (event) => event.data === "leave" && event.waitUntil(forget())); // js/leave.js

  async function keepAll() {
    const cache = await caches.open(name);
    await Promise.all([...pages, ...files, noSignal].map(async (address) => {
      const answer = await fetch(address, { cache: "no-cache" });
      if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
      await keep(cache, address, answer);
    }));
    await self.skipWaiting();
  }

  // The reader has chosen other colours: the kept pages wear them too.
  async function wearTheLook(event) {
    const answer = fetch(event.request);
    event.respondWith(answer);
    await answer.then(keepAll, () => null);
  }

  async function tidy() {
    const older = (await caches.keys()).filter((one) => one.startsWith(`${place} `) && one !== name);
    await Promise.all(older.map((one) => caches.delete(one)));
    await self.clients.claim();
  }

  async function forget() {
    await self.registration.unregister();
    await Promise.all((await caches.keys()).map((one) => caches.delete(one)));
  }

  async function file(request) {
    return (await caches.match(request.url)) ?? fetch(request);
  }

  // The network first: what is kept may be of another day.
  async function page(event, address) {
    const fresh = fetch(event.request).then(async (answer) => {
      if (answer.ok && event.request.mode === "navigate" && (await caches.has(name))) {
        await keep(await caches.open(name), address, answer.clone());
      }
      return answer;
    });
    event.waitUntil(fresh.catch(() => null));
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    const answer = await Promise.race([fresh.catch(() => null), late]);
    if (answer && answer.status < 500) return answer;
    return (await kept(address)) ?? fresh;
  }

  async function keep(cache, address, answer) {
    const headers = new Headers(answer.headers); // the security policy goes along
    headers.set(KEPT_ON, today());
    await cache.put(address, new Response(await answer.blob(), { headers }));
  }

  // On another day than it was kept, its dates may be old: css/saving.css hides them.
  async function kept(address) {
    const answer = await caches.match(address);
    if (!answer || answer.headers.get(KEPT_ON) === today()) return answer;
    return new Response((await answer.text()).replace("<html ", `<html data-old="${old}" `), { headers: answer.headers });
  }

  function today() {
    return new Date().toLocaleDateString("en-CA", { timeZone: "Europe/London" });
  }
})();
