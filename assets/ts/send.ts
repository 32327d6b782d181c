// On any page, while something on this phone is not sent: sends it and says so (pages/frame). Only
// loaded then (app.ts).
import { items } from "./offline/database";
import { keepSending } from "./offline/sending";

const bar = document.querySelector<HTMLElement>("[data-on-phone]");

async function say(): Promise<void> {
  const unsent = (await items()).filter((item) => item.received === undefined);
  const state = unsent.length === 0 ? "sent" : unsent.some((item) => item.state === "signin") ? "signin" : "waiting";
  for (const words of bar?.querySelectorAll<HTMLElement>("[data-sending]") ?? []) {
    words.hidden = words.dataset.sending !== state;
  }
}

if (bar && "locks" in navigator) keepSending(() => void say());
