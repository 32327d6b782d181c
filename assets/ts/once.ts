// A form goes out once, however often its button is pressed. The server's idempotency key is what
// counts; this only spares the person a second page load.
export function sendOnce(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== "post") {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    // A lost connection leaves the page where it was: the button must work again.
    setTimeout(() => delete form.dataset.sent, 8000);
  });
  // Back from the next page, out of the browser's memory.
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-sent]")) {
      delete form.dataset.sent;
    }
  });
}
