// The out-of-hours pack: opens with the code, finds a child, and writes down who was opened. No
// network: the page's own policy forbids any.
import { fromBase64url, keyFromCode, unlock } from "./offline/sealing";

interface Looks { list: string; made: string; reader: string; looks: { child: string; at: string }[] }

const all = <T extends HTMLElement>(within: ParentNode, selector: string) => [...within.querySelectorAll<T>(selector)];
const pack = document.querySelector<HTMLElement>("[data-pack]")!;
// Where nobody has touched it for so long, it closes.
const closes_after = 15 * 60_000;
const kept_under = "gweld-looks";

// ---- who was opened: on this machine until it is saved, and for as long as it stays there
function keptLists(): Looks[] {
  try {
    return JSON.parse(localStorage.getItem(kept_under) ?? "[]") as Looks[];
  } catch {
    return [];
  }
}
let mine: Looks | undefined;
let saved = true;
let stored = true; // the browser keeps what it was given
const before: Looks[] = []; // saved to a file from this page: each saving begins a new list
function lists(): Looks[] {
  const here = [...before, ...(mine && mine.looks.length > 0 ? [mine] : [])];
  return [...keptLists().filter((one) => !here.some((other) => other.list === one.list)), ...here];
}
function opened(child: string): void {
  mine!.looks.push({ child, at: new Date().toISOString() });
  saved = false;
  try {
    localStorage.setItem(kept_under, JSON.stringify(lists()));
    stored = true;
  } catch {
    stored = false; // full or forbidden: the list is in this page, which asks before it closes
  }
}
function asText(): string {
  let text = "gweld-looks 1\n";
  for (const one of lists()) {
    text += `list ${one.list} ${one.made} ${one.reader.replace(/\s+/g, " ").trim()}\n`;
    for (const look of one.looks) text += `look ${look.child} ${look.at}\n`;
  }
  return text;
}
function saveList(): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([asText()], { type: "text/plain" }));
  link.download = `gweld-looks-${new Date().toISOString().slice(0, 10)}.txt`;
  link.click();
  saved = true;
  if (mine && mine.looks.length > 0) {
    before.push(mine);
    mine = { ...mine, list: crypto.randomUUID(), looks: [] };
  }
}
addEventListener("beforeunload", (event) => {
  if (!saved) event.preventDefault();
});

// ---- finding and opening
const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function find(part: HTMLElement, typed: string): void {
  const words = folded(typed).split(/\s+/).filter((word) => word !== "");
  const asked = words.join("").length >= 2;
  let shown = 0;
  for (const line of all(part, "[data-by]")) {
    const by = folded(line.dataset.by!);
    line.hidden = !asked || !words.every((word) => by.includes(word));
    shown += line.hidden ? 0 : 1;
  }
  part.querySelector<HTMLElement>("[data-count]")!.hidden = asked;
  part.querySelector<HTMLElement>("[data-none]")!.hidden = !asked || shown > 0;
}

function open(part: HTMLElement, line: HTMLElement): void {
  const child = line.dataset.child!;
  opened(child);
  for (const one of all(part, "[data-record]")) one.hidden = one.dataset.record !== child;
  const item = document.createElement("li");
  item.textContent = line.querySelector("button")!.textContent;
  part.querySelector("[data-opened]")!.append(item);
  part.querySelector<HTMLElement>("[data-after]")!.hidden = false;
  part.querySelector<HTMLElement>(`[data-record="${child}"]`)!.focus();
}

function ready(): void {
  for (const part of all(pack, "[data-in]")) {
    const box = part.querySelector<HTMLInputElement>("[data-find]")!;
    box.addEventListener("input", () => find(part, box.value));
    for (const line of all(part, "[data-child]")) {
      line.querySelector("[data-open]")!.addEventListener("click", () => open(part, line));
    }
    part.querySelector("[data-keep]")!.addEventListener("click", saveList);
  }
  let left = 0;
  const touched = () => {
    clearTimeout(left);
    left = window.setTimeout(() => {
      if (saved || stored) {
        saved = true;
        location.reload();
      } else {
        for (const one of all(pack, "[data-record], [data-child]")) one.remove(); // but the list
      }
    }, closes_after);
  };
  for (const what of ["keydown", "pointerdown", "scroll"]) addEventListener(what, touched, { passive: true });
  touched();
}

// ---- the door
async function enter(form: HTMLFormElement): Promise<void> {
  const reader = form.querySelector<HTMLInputElement>("[data-reader]")!.value.trim();
  const code = form.querySelector<HTMLInputElement>("[data-code]")!.value.replace(/[\s-]/g, "").toLowerCase();
  const say = (which: string) => {
    for (const one of ["nameless", "wrong", "cannot"]) form.querySelector<HTMLElement>(`[data-${one}]`)!.hidden = one !== which;
  };
  if (reader === "" || code === "") return say("nameless");
  if (!globalThis.crypto?.subtle) return say("cannot");
  say("");
  try {
    const key = await keyFromCode(code, fromBase64url(pack.dataset.salt!));
    const sealed = fromBase64url(document.getElementById("sealed")!.textContent!);
    pack.innerHTML = await unlock(key, fromBase64url(pack.dataset.nonce!), sealed.buffer);
  } catch {
    return say("wrong");
  }
  mine = { list: crypto.randomUUID(), made: pack.dataset.made!, reader, looks: [] };
  ready();
  speak(language);
}

let language = navigator.language.startsWith("cy") ? "cy" : "en";
function speak(wanted: string): void {
  language = wanted;
  document.documentElement.lang = wanted;
  for (const part of all(pack, "[data-in]")) part.hidden = part.dataset.in !== wanted;
  for (const button of all(document, "[data-language]")) button.hidden = button.dataset.language === wanted;
}
for (const button of all<HTMLButtonElement>(document, "[data-language]")) {
  button.addEventListener("click", () => speak(button.dataset.language!));
}
for (const left of all(pack, "[data-left]")) {
  left.hidden = lists().length === 0;
  left.querySelector("[data-keep]")!.addEventListener("click", saveList);
}
for (const form of all<HTMLFormElement>(pack, "[data-unlock]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void enter(form);
  });
}
speak(language);
