// Keeping the form itself for when there is no network: both languages of it, and what it is drawn
// with. Code and empty questions only; no page about anybody is ever kept (see worker.ts).
const shells = ["/offline/visit", "/cy/offline/visit"];

export const possible = () =>
  isSecureContext && "serviceWorker" in navigator && "locks" in navigator && "caches" in window && "indexedDB" in window;

// The parts before the pages and the old ones last, so that whenever this is cut short the form that
// is kept has its script.
export async function keepShell(): Promise<void> {
  const pages = new Map<string, Response>();
  const parts = new Map<string, Response>();
  const get = async (address: string, how?: RequestInit) => {
    const answer = await fetch(address, how);
    if (!answer.ok) throw new Error(address);
    return answer;
  };
  for (const path of shells) {
    const answer = await get(path, { cache: "no-store" });
    pages.set(path, answer.clone());
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of page.querySelectorAll("script[src], link[rel~=stylesheet], link[rel~=icon]")) {
      const address = part.getAttribute("src") ?? part.getAttribute("href") ?? "";
      if (!parts.has(address)) parts.set(address, await get(address));
    }
  }
  const cache = await caches.open("gweld-offline");
  const before = await cache.keys();
  for (const [path, answer] of [...parts, ...pages]) await cache.put(path, answer);
  for (const one of before) {
    const { pathname } = new URL(one.url);
    if (!pages.has(pathname) && !parts.has(pathname)) await cache.delete(one);
  }
}

export async function startWorker(script: string): Promise<void> {
  await navigator.serviceWorker.register(script, { scope: "/" });
  await navigator.serviceWorker.ready;
}
