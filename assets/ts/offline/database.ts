// What the browser keeps, in two databases, so that one can be thrown away whole. "gweld-outbox":
// visits sealed to the server, and its public key; nobody can read them on the phone. "gweld-list":
// the work list and what is being written, locked with the worker's code.
export interface Sealed { key: string; point: string; nonce: string; text: string }
export type State = "draft" | "waiting" | "sending" | "signin" | "other" | "locked" | "recorded" | "beside" | "held";
export interface Item {
  id: string;
  device: string;
  written: number; // by nowBy()
  state: State;
  sealed: Sealed;
  at?: string; // when the server first had it: "14:32"
  why?: string;
  received?: number; // by this phone's clock; the sealed copy is kept for a week after
}
export interface About {
  device: string;
  worker: string;
  key: string;
  point: string;
  ahead: number; // milliseconds by which the server's clock was ahead of this phone's as the list was taken
}
// The time as the server would say it, if nobody has changed the phone's clock since: a phone that
// was a day out when it was got ready is not a day out in the visits.
export const nowBy = (about: About) => new Date(Date.now() + about.ahead);
export interface LockedList {
  salt: Uint8Array<ArrayBuffer>;
  nonce: Uint8Array<ArrayBuffer>;
  text: ArrayBuffer;
  taken: number;
  until: number;
  wrong: number; // codes in a row
}
export interface Draft { home: string; item: string; nonce: Uint8Array<ArrayBuffer>; text: ArrayBuffer }

type Name = "gweld-outbox" | "gweld-list";
const stores: Record<Name, [string, string | null][]> = {
  "gweld-outbox": [["items", "id"], ["about", null]],
  "gweld-list": [["list", null], ["drafts", "home"]],
};
const opened = new Map<Name, Promise<IDBDatabase>>();

function open(name: Name): Promise<IDBDatabase> {
  const known = opened.get(name);
  if (known) return known;
  const opening = new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      for (const [store, keyPath] of stores[name]) request.result.createObjectStore(store, { keyPath });
    };
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const database = request.result;
      // Another tab throws it away or brings it up to date: let go, never stand in its way.
      const letGo = () => { database.close(); opened.delete(name); };
      database.onversionchange = letGo;
      database.onclose = letGo;
      resolve(database);
    };
  });
  opened.set(name, opening);
  opening.catch(() => opened.delete(name));
  return opening;
}

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

// Done when it is on disk, as far as a browser tells; a full disk or quota rejects.
async function write(name: Name, among: string[], act: (store: (name: string) => IDBObjectStore) => void): Promise<void> {
  const transaction = (await open(name)).transaction(among, "readwrite", { durability: "strict" });
  const done = new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  act((store) => transaction.objectStore(store));
  await done;
}

async function read<T>(name: Name, store: string, key?: string): Promise<T> {
  const place = (await open(name)).transaction(store).objectStore(store);
  return answered(key === undefined ? place.getAll() : place.get(key)) as Promise<T>;
}

export const items = async (): Promise<Item[]> =>
  (await read<Item[]>("gweld-outbox", "items")).sort((a, b) => a.written - b.written);
export const itemOf = (id: string) => read<Item | undefined>("gweld-outbox", "items", id);
export const putItem = (item: Item) => write("gweld-outbox", ["items"], (in_) => in_("items").put(item));
export const dropItem = (id: string) => write("gweld-outbox", ["items"], (in_) => in_("items").delete(id));
export const about = () => read<About | undefined>("gweld-outbox", "about", "phone");
export const putAbout = (value: About) => write("gweld-outbox", ["about"], (in_) => in_("about").put(value, "phone"));
// From now on. In one step: the phone may be got ready for somebody else in another tab meanwhile.
export const sealTo = (key: string, point: string) =>
  write("gweld-outbox", ["about"], (in_) => {
    const kept = in_("about").get("phone");
    kept.onsuccess = () => { if (kept.result) in_("about").put({ ...(kept.result as About), key, point }, "phone"); };
  });

export const list = () => read<LockedList | undefined>("gweld-list", "list", "list");
// How many wrong codes. None: it was thrown away meanwhile, and does not come back.
export const countWrong = async (next: (wrong: number) => number) => {
  let wrong: number | undefined;
  await write("gweld-list", ["list"], (in_) => {
    const kept = in_("list").get("list");
    kept.onsuccess = () => {
      const list = kept.result as LockedList | undefined;
      if (!list) return;
      wrong = next(list.wrong);
      in_("list").put({ ...list, wrong }, "list");
    };
  });
  return wrong;
};
export const putList = (value: LockedList) => write("gweld-list", ["list"], (in_) => in_("list").put(value, "list"));
export const drafts = () => read<Draft[]>("gweld-list", "drafts");
// Only beside its list: without one nobody could open it, and it would keep its sealed twin from
// being sent.
export const putDraft = (value: Draft) =>
  write("gweld-list", ["list", "drafts"], (in_) => {
    const lists = in_("list").count();
    lists.onsuccess = () => { if (lists.result > 0) in_("drafts").put(value); };
  });
// Only that one: another tab may have begun one for the same home since.
export const dropDraft = (home: string, item: string) =>
  write("gweld-list", ["drafts"], (in_) => {
    const kept = in_("drafts").get(home);
    kept.onsuccess = () => { if ((kept.result as Draft | undefined)?.item === item) in_("drafts").delete(home); };
  });

// Every tab hears of every change, and forgets what it had opened when the list goes.
export type News = "changed" | "wiped";
const channel = new BroadcastChannel("gweld");
export const tellOthers = (news: News) => channel.postMessage(news);
export const whenTold = (hear: (news: News) => void) =>
  channel.addEventListener("message", (event: MessageEvent<News>) => hear(event.data));

export async function throwListAway(): Promise<void> {
  const database = await opened.get("gweld-list");
  database?.close();
  opened.delete("gweld-list");
  await answered(indexedDB.deleteDatabase("gweld-list"));
  tellOthers("wiped");
}

// How many are not sent, where every page can read it without opening a database.
export async function noteUnsent(): Promise<void> {
  const unsent = (await items()).filter((item) => !item.received).length;
  if (unsent > 0) localStorage.setItem("gweld-unsent", String(unsent));
  else localStorage.removeItem("gweld-unsent");
  tellOthers("changed");
}
