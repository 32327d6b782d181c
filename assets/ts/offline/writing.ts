// One visit being written: kept every few seconds, saved once, never lost to a full phone.
import * as database from "./database";
import { anythingTyped, fillFrom, textOf, type Writing } from "./form";
import { draftOf, keepDraft, type OpenList } from "./list";
import { seal } from "./sealing";

export interface Place { about: database.About; open?: OpenList | undefined; home?: string | undefined; language: string }

const restBeforeKeeping = 800; // milliseconds without a key pressed
const longestUnkept = 4000;

// While an item is taken, no tab takes what is written in it for abandoned. None: another tab writes
// it, and one of the two texts would take the other's place.
function take(id: string): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    void navigator.locks.request(`gweld-writing-${id}`, { ifAvailable: true }, (lock) =>
      lock ? new Promise<void>((letGo) => resolve(letGo)) : resolve(undefined));
  });
}

export class VisitBeingWritten {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dirtySince = 0;
  private letGo: () => void = () => undefined;
  private busy: Promise<boolean> = Promise.resolve(true);
  private over = false;
  private saved = false;
  private saving: Promise<void> | undefined;

  private constructor(
    private readonly form: HTMLFormElement,
    private readonly place: Place,
    private readonly id: string,
    private readonly told: { kept(): void; failed(problem: unknown): void },
  ) {}

  // None: the form was asked for again in the meantime, and is the newer asking's.
  static async begin(form: HTMLFormElement, place: Place, late: () => boolean, told: VisitBeingWritten["told"]): Promise<VisitBeingWritten | undefined> {
    const draft = place.open && place.home ? await draftOf(place.open, place.home) : undefined;
    const taken = draft && (await take(draft.item));
    const id = draft && taken ? draft.item : crypto.randomUUID();
    const visit = new VisitBeingWritten(form, place, id, told);
    visit.letGo = taken ?? (await take(id)) ?? visit.letGo;
    if (late()) {
      visit.letGo();
      return undefined;
    }
    if (draft && taken) fillFrom(form, draft.text); // a copy of what another tab writes would be a second visit
    form.addEventListener("input", visit.changed);
    form.addEventListener("change", visit.changed);
    return visit;
  }

  private readonly changed = () => {
    if (this.over || !anythingTyped(this.form)) return;
    const now = Date.now();
    this.dirtySince ||= now;
    clearTimeout(this.timer);
    const wait = Math.max(0, Math.min(restBeforeKeeping, this.dirtySince + longestUnkept - now));
    this.timer = setTimeout(() => void this.keep(), wait);
  };

  private text(finished: Writing["finished"], save: string): string {
    const { about, language } = this.place;
    const { device, worker } = about;
    const shown = new Date().toISOString();
    return textOf(this.form, { device, worker, finished, save, language, shown }, database.nowBy(about));
  }

  // Twice: readable again with the code, and sealed for when nobody opens it again.
  private keep(): Promise<boolean> {
    this.dirtySince = 0;
    this.busy = this.busy.then(async () => {
      if (this.over) return true;
      try {
        const text = this.text("no", "whole");
        const { open, home } = this.place;
        if (open && home) await keepDraft(open, home, this.id, text);
        await this.put("draft", text);
        this.told.kept();
        return true;
      } catch (problem) {
        this.told.failed(problem);
        return false;
      }
    });
    return this.busy;
  }

  private async put(state: database.State, text: string): Promise<void> {
    const now = (await database.about()) ?? this.place.about; // its key may be a newer one by now
    const sealed = await seal({ ...this.place.about, key: now.key, point: now.point }, this.id, text);
    await database.putItem({ id: this.id, device: this.place.about.device, written: database.nowBy(this.place.about).getTime(), state, sealed });
    await database.noteUnsent();
  }

  // Rejects, with everything still in the form, when it could not be kept. Pressed twice it is saved
  // once: the second text would differ by the moment of the press.
  save(save: string): Promise<void> {
    this.saving ??= this.saveOnce(save).finally(() => { this.saving = undefined; });
    return this.saving;
  }

  private async saveOnce(save: string): Promise<void> {
    if (this.saved) return;
    clearTimeout(this.timer);
    await this.busy;
    this.over = true; // nothing half written comes after it
    try {
      await this.put("waiting", this.text("yes", save));
    } catch (problem) {
      this.over = false;
      throw problem;
    }
    this.saved = true;
    this.leave();
    if (this.place.home) await database.dropDraft(this.place.home, this.id).catch(() => undefined);
  }

  leave(): void {
    this.over = true;
    clearTimeout(this.timer);
    this.form.removeEventListener("input", this.changed);
    this.form.removeEventListener("change", this.changed);
    this.letGo();
  }

  // Keeps what is there now, before the page goes away. False: it could not be kept, and was said so.
  async keepNow(): Promise<boolean> {
    clearTimeout(this.timer);
    return this.over || !anythingTyped(this.form) || this.keep();
  }
}
