// "On this phone": what waits, what went, what needs its writer, in sentences.
import type { Item } from "./database";
import { about, items, nowBy } from "./database";
import { clock, type Says } from "./says";

function line(item: Item, says: Says, root: HTMLElement, now: Date): HTMLLIElement {
  const entry = document.createElement("li");
  entry.dataset.state = item.state;
  const words = says.say(`item-${item.state}`, { time: clock(item.written, now), moment: item.at ?? "" });
  const said = document.createElement("span");
  said.textContent = words;
  entry.append(said);
  if (item.state === "held" && item.why) entry.append(" ", says.say(`why-${item.why}`));
  const link = (address: string, key: string) => {
    const anchor = document.createElement("a");
    anchor.className = "govuk-link";
    anchor.href = address;
    anchor.textContent = says.say(key);
    entry.append(" ", anchor);
  };
  if (item.state === "signin") link(root.dataset.signIn ?? "/", "sign-in");
  if (item.state === "held") link(root.dataset.waiting ?? "/", "open-it");
  if (item.state === "beside") link(root.dataset.waiting ?? "/", "look");
  return entry;
}

export async function showKept(root: HTMLElement, says: Says): Promise<void> {
  const all = await items();
  const phone = await about();
  const now = phone ? nowBy(phone) : new Date();
  const section = root.querySelector<HTMLElement>("[data-kept]");
  if (!section) return;
  section.hidden = all.length === 0;
  const unsent = all.filter((item) => item.received === undefined).length;
  const words = all.length > 0 ? says.waiting(unsent) : "";
  for (const sum of root.querySelectorAll<HTMLElement>("[data-sum]")) {
    if (sum.textContent !== words) sum.textContent = words;
  }
  section.querySelector("[data-items]")?.replaceChildren(...all.reverse().map((item) => line(item, says, root, now)));
}
