// Sending what is sealed: one at a time, by one tab at a time, again and again until the server says
// that it has it. The item's id makes twice the same as once. A copy stays for a week after, because
// the record may have to be restored from a backup: the phone asks whether its items are still known.
import * as database from "./database";
import { nowBy, type About, type Item, type State } from "./database";
import { lockedList } from "./list";

const copiesKept = 7 * 24 * 3600_000;
const patience = 20_000; // milliseconds for one answer

type Told = URLSearchParams | undefined; // undefined: no network
const refused = () => new URLSearchParams({ state: "later" }); // an answer, and not ours

async function ask(path: string, fields: [string, string][]): Promise<Told> {
  try {
    const answer = await fetch(path, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { "X-Gweld": "phone" },
      credentials: "same-origin",
      cache: "no-store",
      signal: AbortSignal.timeout(patience),
    });
    const ours = answer.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded");
    return ours ? new URLSearchParams(await answer.text()) : refused();
  } catch {
    return undefined;
  }
}

async function become(item: Item, state: State, more: Partial<Item> = {}): Promise<void> {
  Object.assign(item, more, { state });
  await database.putItem(item);
  await database.noteUnsent();
}

// What was being written when its page went away, and can be opened by nobody any more: it goes as
// it stands. While a page has it open, or the list it belongs to is there, it is left alone.
async function giveUpDrafts(items: Item[]): Promise<void> {
  const open = new Set((await database.drafts()).map((draft) => draft.item));
  for (const item of items.filter((one) => one.state === "draft" && !open.has(one.id))) {
    await navigator.locks.request(`gweld-writing-${item.id}`, { ifAvailable: true }, async (lock) => {
      // Finished since it was read, it must not be taken back to what it was.
      const now = lock ? await database.itemOf(item.id) : undefined;
      if (now?.state === "draft") await become(now, "waiting");
    });
  }
}

async function sendOne(item: Item, about: About): Promise<"on" | "stop"> {
  await become(item, "sending");
  const { key, point, nonce, text } = item.sealed;
  const told = await ask("/offline/send", [
    ["id", item.id], ["sent", nowBy(about).toISOString()],
    ["key", key], ["point", point], ["nonce", nonce], ["text", text],
  ]);
  const state = told?.get("state");
  switch (state) {
    case "recorded":
    case "beside":
    case "held":
      await become(item, state, { at: told?.get("at") ?? "", why: told?.get("why") ?? "", received: Date.now() });
      return "on";
    case "other":
    case "locked":
      await become(item, state);
      return "on";
    case "signin":
      await become(item, "signin");
      return "stop";
    case undefined:
    case null:
      await become(item, "waiting");
      return "stop";
    default: // what cannot be taken now keeps nothing behind it waiting
      await become(item, "waiting");
      return "on";
  }
}

// Only those that were asked about just now, of somebody signed in, and are there: nobody else is told
// what is missing.
async function letGo(asked: Item[], wiped: boolean): Promise<void> {
  for (const item of asked.filter((one) => one.received !== undefined)) {
    if (wiped || Date.now() - (item.received ?? 0) > copiesKept) await database.dropItem(item.id);
  }
}

async function sendAll(): Promise<void> {
  const about = await database.about();
  if (!about) return;
  await lockedList(); // one that is over goes now
  let items = await database.items();
  await giveUpDrafts(items);
  const copies = items.filter((item) => item.received !== undefined);
  const told = await ask("/offline/sync", [
    ["device", about.device], ...copies.map((item): [string, string] => ["kept", item.id]),
  ]);
  if (!told || told.get("state") === "later") return;
  const [key, point] = [told.get("key"), told.get("point")];
  if (key && point && key !== about.key) await database.sealTo(key, point);
  const wiped = told.get("wiped") === "yes";
  if (wiped && (await database.list())) {
    await database.throwListAway();
    await giveUpDrafts(items);
  }
  for (const item of copies.filter((one) => told.getAll("missing").includes(one.id))) {
    delete item.received;
    await become(item, "waiting");
  }
  items = (await database.items()).filter((item) => item.state !== "draft");
  for (const item of items.filter((one) => one.received === undefined)) {
    if (told.get("state") === "signin") await become(item, "signin");
    else if ((await sendOne(item, about)) === "stop") break;
  }
  if (told.get("state") === "in") await letGo(copies, wiped);
  await database.noteUnsent();
}

export async function flush(): Promise<void> {
  await navigator.locks.request("gweld-sending", { ifAvailable: true }, async (lock) => {
    if (lock) await sendAll();
  });
}

// Now, when there is signal again, when the page is looked at, and at growing intervals while
// something waits for the network. A browser's own word on whether it is online is not relied on.
export function keepSending(after: () => void): () => void {
  const shortest = 1500;
  const longest = 30_000;
  let wait = shortest;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const go = async () => {
    clearTimeout(timer);
    try {
      await flush();
      const waits = (await database.items()).some((item) => item.state === "waiting" || item.state === "sending");
      wait = waits ? Math.min(wait * 2, longest) : longest;
    } catch {
      wait = Math.min(wait * 2, longest);
    }
    after();
    timer = setTimeout(() => void go(), wait);
  };
  const soon = () => { wait = shortest; void go(); };
  addEventListener("online", soon);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) soon(); });
  void go();
  return soon;
}
