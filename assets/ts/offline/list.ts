// The work list on this phone: locked with a code, for some hours, and what is being written for a
// home on it.
import * as database from "./database";
import * as sealing from "./sealing";

type Speech = "en" | "cy";
export interface HomeWords { name: string; needs: string[]; boxes: string }
export interface Home extends Record<Speech, HomeWords> { id: string }
export interface List extends Omit<database.About, "ahead"> {
  now: number; // by the server
  life: number; // milliseconds
  days: Record<string, Record<Speech, string>>;
  homes: Home[];
}
export interface OpenList { list: List; key: CryptoKey; until: number }

const mostWrong = 10;

export async function keepList(list: List, code: string, ahead: number): Promise<number> {
  await database.throwListAway();
  const salt = sealing.fresh.salt();
  const nonce = sealing.fresh.nonce();
  const key = await sealing.keyFromCode(code, salt);
  const text = await sealing.lock(key, nonce, JSON.stringify(list));
  const taken = Date.now();
  const until = taken + list.life;
  await database.putList({ salt, nonce, text, taken, until, wrong: 0 });
  const { device, worker, key: name, point } = list;
  await database.putAbout({ device, worker, key: name, point, ahead });
  return until + ahead;
}

// A clock before the taking is wrong, and proves nothing about the hours that have passed.
export async function lockedList(): Promise<database.LockedList | undefined> {
  const kept = await database.list();
  if (!kept) return undefined;
  const now = Date.now();
  if (now < kept.until && now >= kept.taken - 5 * 60_000) return kept;
  await database.throwListAway();
  return undefined;
}

export async function openList(code: string): Promise<OpenList | "wrong" | "gone"> {
  const kept = await lockedList();
  if (!kept) return "gone";
  const key = await sealing.keyFromCode(code, kept.salt);
  try {
    const list = JSON.parse(await sealing.unlock(key, kept.nonce, kept.text)) as List;
    return (await database.countWrong(() => 0)) === undefined ? "gone" : { list, key, until: kept.until };
  } catch {
    const wrong = await database.countWrong((before) => before + 1);
    if (wrong !== undefined && wrong < mostWrong) return "wrong";
    await database.throwListAway();
    return "gone";
  }
}

export async function keepDraft(open: OpenList, home: string, item: string, text: string): Promise<void> {
  const nonce = sealing.fresh.nonce();
  await database.putDraft({ home, item, nonce, text: await sealing.lock(open.key, nonce, text) });
}

export async function draftOf(open: OpenList, home: string): Promise<{ item: string; text: string } | undefined> {
  const kept = (await database.drafts()).find((draft) => draft.home === home);
  if (!kept) return undefined;
  try {
    return { item: kept.item, text: await sealing.unlock(open.key, kept.nonce, kept.text) };
  } catch {
    return undefined; // of another list
  }
}
