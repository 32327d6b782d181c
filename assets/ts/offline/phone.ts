// app.js's part: says on every page that something on this phone is not sent, and throws the work
// list away when its owner signs out.
function throwAway(): void {
  indexedDB.deleteDatabase("gweld-list");
  new BroadcastChannel("gweld").postMessage("wiped");
}

export function rememberPhone(): void {
  const bar = document.querySelector<HTMLElement>("[data-on-phone]");
  try {
    if (bar && localStorage.getItem("gweld-unsent")) {
      bar.hidden = false;
      const script = document.createElement("script");
      script.src = bar.dataset.onPhone ?? "";
      document.head.append(script);
    }
  } catch {
    // A browser that keeps nothing has nothing to send.
  }
  // Before it is sent, in case the network is gone by then; and on the page after, in case the first
  // was cut short.
  if (/[?&]out=/.test(location.search)) throwAway();
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form instanceof HTMLFormElement && form.action.endsWith("/sign-out")) throwAway();
  });
}
