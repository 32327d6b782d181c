// The service worker. Without a network it answers with the form for visits, and with nothing else:
// what it has was put there by offline/shell.ts, and it puts nothing there itself.
interface Coming extends Event { request: Request; respondWith(answer: Promise<Response>): void; waitUntil(work: Promise<unknown>): void }
interface Worker { skipWaiting(): Promise<void>; clients: { claim(): Promise<void> } }
const me = self as unknown as Worker;

const formIn = (path: string) => (path === "/cy" || path.startsWith("/cy/") ? "/cy/offline/visit" : "/offline/visit");

async function kept(path: string): Promise<Response | undefined> {
  return (await caches.open("gweld-offline")).match(path);
}

// The form opens at once; its page looks for a newer one when there is signal.
async function form(request: Request, path: string): Promise<Response> {
  return (await kept(path)) ?? fetch(request);
}
async function page(request: Request, path: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (lost) {
    if (await kept(formIn(path))) return Response.redirect(formIn(path), 302);
    throw lost;
  }
}
async function part(request: Request, path: string): Promise<Response> {
  return (await kept(path)) ?? fetch(request);
}

addEventListener("install", () => void me.skipWaiting());
addEventListener("activate", (event) => (event as Coming).waitUntil(me.clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event as Coming;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  const answer = (response: Promise<Response>) => (event as Coming).respondWith(response);
  if (request.mode === "navigate") {
    answer(pathname === formIn(pathname) ? form(request, pathname) : page(request, pathname));
  } else if (pathname.startsWith("/assets/")) {
    answer(part(request, pathname));
  }
});
