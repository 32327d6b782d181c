// The page that opens without signal (pages/offline/shell.html). Stages: locked (a list is here, its
// code is asked for), homes, form; free: no list, or somebody who is not on it.
import { countFor } from "./counts";
import * as database from "./offline/database";
import { isoDay, problemsIn, type Problem } from "./offline/form";
import { showKept } from "./offline/kept";
import { lockedList, openList, type Home, type OpenList } from "./offline/list";
import { clock, isFull, Says } from "./offline/says";
import { keepSending } from "./offline/sending";
import { keepShell, possible } from "./offline/shell";
import { VisitBeingWritten } from "./offline/writing";

const tooLittleRoom = 5_000_000; // bytes
const longestAway = 10 * 60_000; // milliseconds: after that the code is asked for again

class Page {
  private readonly says = new Says(document);
  private readonly language: "en" | "cy";
  private readonly form: HTMLFormElement;
  private open: OpenList | undefined;
  private about: database.About | undefined;
  private writing: VisitBeingWritten | undefined;
  private begun = 0; // how often a form was asked for: an older asking gives way to a newer
  private leftAt = 0;
  private send: () => void = () => undefined;

  constructor(private readonly root: HTMLElement) {
    this.language = root.dataset.language === "cy" ? "cy" : "en";
    this.form = this.find<HTMLFormElement>("form[data-visit]");
  }

  private find<T extends HTMLElement>(selector: string): T {
    const found = this.root.querySelector<T>(selector);
    if (!found) throw new Error(selector);
    return found;
  }

  async start(): Promise<void> {
    if (!possible()) return this.stage("cannot");
    this.listen();
    countFor(this.form);
    this.network();
    this.send = keepSending(() => void this.sent());
    await this.atRest();
    void this.room();
    keepShell().catch(() => undefined); // without signal what is kept is good enough
    document.documentElement.dataset.ready = "yes";
  }

  private listen(): void {
    this.find("form[data-stage=locked]").addEventListener("submit", (event) => { event.preventDefault(); void this.unlock(); });
    this.find("[data-free]").addEventListener("click", () => this.begin());
    this.find("[data-back]").addEventListener("click", () => void this.back());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      const button = event.submitter instanceof HTMLButtonElement ? event.submitter.value : "whole";
      void this.save(button);
    });
    for (const name of ["online", "offline"]) addEventListener(name, () => this.network());
    document.addEventListener("visibilitychange", () => this.lookedAt());
    addEventListener("pagehide", () => void this.writing?.keepNow());
    database.whenTold((news) => void (news === "wiped" ? this.wiped() : showKept(this.root, this.says)));
    setInterval(() => void this.expire(), 20_000);
  }

  private now(): Date {
    return this.about ? database.nowBy(this.about) : new Date();
  }

  private stage(...shown: string[]): void {
    for (const one of this.root.querySelectorAll<HTMLElement>("[data-stage]")) {
      one.hidden = !shown.includes(one.dataset.stage ?? "");
    }
  }

  private network(): void {
    for (const one of this.root.querySelectorAll<HTMLElement>("[data-net]")) {
      one.hidden = (one.dataset.net === "on") !== navigator.onLine;
    }
  }

  private note(words: string): void {
    const note = this.find("[data-note]");
    note.hidden = words === "";
    note.textContent = words;
  }
  private alarm(words: string): void {
    const alarm = this.find("[data-alarm]");
    alarm.hidden = words === "";
    alarm.textContent = words;
  }

  private async room(): Promise<void> {
    const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
    if (quota - usage < tooLittleRoom) this.alarm(this.says.say("nearly-full"));
  }

  // Nothing is being written: the list, or what there is without one.
  private async atRest(): Promise<void> {
    const number = this.begun;
    await showKept(this.root, this.says);
    this.about = await database.about();
    const locked = await lockedList();
    if (number !== this.begun) return; // a form was asked for meanwhile
    if (!this.about) return this.stage("unready");
    if (this.open) return this.homes();
    this.stage(...(locked ? ["locked", "free"] : ["free", "unready-link"]));
  }

  private async unlock(): Promise<void> {
    const box = this.find<HTMLInputElement>("#code");
    const answer = await openList(box.value);
    box.value = "";
    if (answer === "wrong") { this.alarm(this.says.say("wrong-code")); box.focus(); return; }
    this.alarm("");
    if (answer === "gone") { this.note(this.says.say("gone")); return this.atRest(); }
    this.open = answer;
    this.note("");
    this.homes();
  }

  private homes(): void {
    const open = this.open;
    if (!open) return;
    this.find("[data-homes]").replaceChildren(...open.list.homes.map((home) => this.homeButton(home)));
    this.find("[data-until]").textContent = this.says.say("until", { moment: clock(open.until + (this.about?.ahead ?? 0), this.now()) });
    if (!open.list.days[isoDay(this.now())]) this.alarm(this.says.say("clock"));
    this.stage("homes", "free");
  }

  private homeButton(home: Home): HTMLElement {
    const { name, needs } = home[this.language];
    const box = document.createElement("div");
    box.className = "app-carry";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "govuk-button";
    button.textContent = name;
    button.addEventListener("click", () => this.begin(home));
    const list = document.createElement("ul");
    list.className = "govuk-list app-small";
    this.listNeeds(list, needs);
    box.append(button, list);
    return box;
  }

  private listNeeds(list: HTMLElement, needs: string[]): void {
    list.replaceChildren(...needs.map((need) => Object.assign(document.createElement("li"), { textContent: need })));
  }

  private begin(home?: Home): void {
    this.write(home).catch((problem: unknown) => { console.error(problem); return this.atRest(); });
  }

  // One form has one writer: what a press before this one began is left as it was, and nothing can be
  // pressed while this one begins.
  private async write(home?: Home): Promise<void> {
    const number = ++this.begun;
    const late = () => number !== this.begun;
    this.stage();
    if (!(await this.leaveForm())) return;
    const about = await database.about();
    if (late()) return;
    if (!about) return this.stage("unready");
    this.form.reset();
    this.showProblems([]);
    this.note("");
    this.find("[data-draft]").textContent = "";
    this.children(home);
    this.days();
    const writing = await VisitBeingWritten.begin(
      this.form,
      { about, open: this.open, home: home?.id, language: this.language },
      late,
      {
        kept: () => { this.find("[data-draft]").textContent = this.says.say("draft", { time: clock(this.now().getTime(), this.now()) }); this.alarm(""); },
        failed: (problem) => this.failed(problem),
      },
    );
    if (!writing) return;
    this.writing = writing;
    this.stage("form");
    this.form.dispatchEvent(new Event("change"));
    this.find("[data-home]").focus();
  }

  // False: what is in the form could not be kept, and stays on the screen.
  private async leaveForm(): Promise<boolean> {
    const left = this.writing;
    if (left && !(await left.keepNow())) { this.stage("form"); return false; }
    left?.leave();
    this.writing = undefined;
    return true;
  }

  private children(home?: Home): void {
    const boxes = new DOMParser().parseFromString(home?.[this.language].boxes ?? "", "text/html").body.childNodes;
    this.find("[data-children]").replaceChildren(...boxes);
    this.find("[data-home]").textContent = home?.[this.language].name ?? this.says.say("free");
    this.listNeeds(this.find("[data-needs]"), home?.[this.language].needs ?? []);
    const who = this.find<HTMLElement>("#who").closest<HTMLElement>(".govuk-form-group");
    if (who) who.hidden = home !== undefined;
  }

  private days(): void {
    const yesterday = this.now();
    yesterday.setDate(yesterday.getDate() - 1);
    for (const [name, day] of [["today", this.now()], ["yesterday", yesterday]] as const) {
      const label = this.form.querySelector(`input[name=when][value=${name}]`)?.parentElement?.querySelector("label");
      const date = this.open?.list.days[isoDay(day)]?.[this.language];
      if (label) label.textContent = date ? `${this.says.say(name)}, ${date}` : this.says.say(name);
    }
  }

  private async save(save: string): Promise<void> {
    const problems = problemsIn(this.form, this.now(), save);
    this.showProblems(problems);
    if (problems.length > 0 || !this.writing) return;
    try {
      await this.writing.save(save);
    } catch (problem) {
      this.failed(problem);
      return;
    }
    this.writing = undefined;
    this.alarm("");
    this.form.reset();
    await this.atRest();
    this.note(this.says.say("saved", { time: clock(this.now().getTime(), this.now()) }));
    scrollTo(0, 0);
    this.send();
  }

  private failed(problem: unknown): void {
    this.alarm(this.says.say("full"));
    this.find("[data-alarm]").scrollIntoView({ block: "center" });
    if (!isFull(problem)) console.error(problem);
  }

  private showProblems(problems: Problem[]): void {
    for (const old of this.form.querySelectorAll(".govuk-error-message")) old.remove();
    for (const old of this.form.querySelectorAll(".govuk-form-group--error")) old.classList.remove("govuk-form-group--error");
    const box = this.find("[data-problems]");
    box.hidden = problems.length === 0;
    box.querySelector("ul")?.replaceChildren(...problems.map((problem) => this.problem(problem)));
    if (problems.length > 0) box.focus();
  }

  private problem({ field, say, name }: Problem): HTMLLIElement {
    const words = this.says.say(say, { name: name ?? "" });
    const input = this.form.querySelector<HTMLElement>(`[id="${field}"]`);
    const group = input?.closest(".govuk-form-group");
    const message = document.createElement("p");
    message.className = "govuk-error-message";
    const error = document.createElement("span");
    error.className = "govuk-visually-hidden";
    error.textContent = `${this.says.say("error")}: `;
    message.append(error, words);
    group?.classList.add("govuk-form-group--error");
    (group?.querySelector(".govuk-radios, textarea, select, .govuk-date-input, input") ?? input)?.before(message);
    const link = document.createElement("a");
    link.href = `#${field}`;
    link.textContent = words;
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  private async back(): Promise<void> {
    this.begun += 1;
    if (!(await this.leaveForm())) return;
    this.form.reset();
    this.alarm("");
    this.send();
    await this.atRest();
  }

  private async sent(): Promise<void> {
    await showKept(this.root, this.says);
    // A page does not hear its own word that the list was thrown away.
    const listShown = this.open || !this.find("[data-stage=locked]").hidden;
    if (listShown && !(await database.list())) await this.wiped();
  }

  // Signed out in another tab, wiped from the server, or over: nothing readable stays on screen.
  private async wiped(): Promise<void> {
    if (!this.open) return this.writing ? undefined : this.atRest(); // what is written without it stays
    await this.writing?.keepNow();
    this.open = undefined;
    location.reload();
  }

  private async expire(): Promise<void> {
    if (!this.open || Date.now() < this.open.until) return;
    await this.writing?.keepNow();
    await database.throwListAway();
    this.open = undefined;
    location.reload();
  }

  private lookedAt(): void {
    if (document.hidden) {
      this.leftAt = Date.now();
      void this.writing?.keepNow();
    } else if (this.open && Date.now() - this.leftAt > longestAway) {
      location.reload();
    }
  }
}

const root = document.querySelector<HTMLElement>("[data-offline]");
if (root) void new Page(root).start();
