// What is typed is kept as a draft on the server every few seconds until it is saved, and how that
// stands is said beside the buttons. Nothing of it is ever put into the browser's own stores: the
// machine may be shared.
//
//   <form> <input name="unsaved-..."> ...
//     <div data-unsaved data-keep="/drafts" data-ready="/drafts/ready?writer=..." data-sign-in=...
//          data-not-saved="yes" data-words-idle=... data-words-offline=...>
//       <p data-unsaved-state hidden> <p role="status" data-unsaved-heard>
const pause = 2000; // after the last key
const longest = 3500; // of typing without a pause
const again = 4000; // after a failure

type Stands = "idle" | "kept" | "offline" | "signed-out" | "others" | "refused" | "over";

class Draft {
  private readonly state: HTMLElement;
  private readonly heard: HTMLElement;
  private timer = 0;
  private typedSince = 0; // when the oldest text not yet kept was typed; 0: all is kept
  private sending: AbortController | null = null;
  private stands: Stands = "idle";
  private passing = false;

  constructor(
    private readonly form: HTMLFormElement,
    private readonly box: HTMLElement,
  ) {
    this.state = box.querySelector<HTMLElement>("[data-unsaved-state]")!;
    this.heard = box.querySelector<HTMLElement>("[data-unsaved-heard]")!;
    for (const typed of ["input", "change"]) form.addEventListener(typed, () => this.typed());
    form.addEventListener("submit", (event) => this.leave(event));
    addEventListener("online", () => this.soon(0));
    addEventListener("focus", () => this.soon(0));
    document.addEventListener("visibilitychange", () => this.soon(0));
    addEventListener("pagehide", () => this.lastWord());
    addEventListener("pageshow", (event) => {
      this.passing = false;
      // Out of the browser's memory: it may have been saved, or kept by another page, since.
      if (event.persisted) this.typed();
    });
    addEventListener("beforeunload", (event) => {
      if (this.typedSince && this.stands !== "kept" && !this.passing) event.preventDefault();
    });
    this.say("idle", this.words("idle"));
    if (box.dataset.notSaved) this.typed();
  }

  private words(key: string): string {
    return this.box.getAttribute(`data-words-${key}`) ?? "";
  }

  private field(name: string): HTMLInputElement | null {
    return this.form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
  }

  private say(stands: Stands, words: string): void {
    this.state.hidden = false;
    this.state.dataset.stands = stands;
    this.state.textContent = words;
    if (stands === "signed-out") this.state.append(" ", this.wayIn());
    // Read out only when it changes for better or worse, not every few seconds.
    if (stands !== this.stands && (stands !== "kept" || this.stands !== "idle")) {
      this.heard.textContent = words;
    }
    this.stands = stands;
  }

  private wayIn(): HTMLAnchorElement {
    const link = document.createElement("a");
    link.className = "govuk-link";
    link.href = this.box.dataset.signIn ?? "/sign-in";
    link.target = "_blank";
    link.rel = "noopener";
    link.textContent = this.words("sign-in");
    return link;
  }

  private typed(): void {
    if (this.stands === "over") return;
    const now = Date.now();
    this.typedSince ||= now;
    this.soon(Math.max(0, Math.min(pause, this.typedSince + longest - now)));
  }

  private soon(wait: number): void {
    if (!this.typedSince || this.stands === "over") return;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.keep(), wait);
  }

  private body(): URLSearchParams {
    const body = new URLSearchParams({ "unsaved-script": "yes" });
    for (const [name, value] of new FormData(this.form)) {
      if (typeof value === "string") body.append(name, value);
    }
    return body;
  }

  // One at a time; what is typed meanwhile goes with the next.
  private async keep(): Promise<void> {
    if (this.sending || !this.typedSince) return;
    clearTimeout(this.timer);
    const before = this.typedSince;
    this.typedSince = 0;
    const sending = (this.sending = new AbortController());
    const late = setTimeout(() => sending.abort(), 10000);
    let done = false;
    try {
      const answer = await fetch(this.box.dataset.keep!, {
        method: "POST",
        body: this.body(),
        redirect: "manual",
        signal: sending.signal,
      });
      done = await this.answered(answer);
    } catch {
      if (!this.passing) this.say("offline", this.words("offline"));
    }
    clearTimeout(late);
    this.sending = null;
    if (done) {
      if (this.typedSince) this.soon(Math.max(0, this.typedSince + longest - Date.now()));
    } else if ((this.stands as Stands) !== "over") {
      this.typedSince = before;
      this.soon(again);
    }
  }

  private async answered(answer: Response): Promise<boolean> {
    if (answer.ok) {
      this.adopt("key", answer.headers.get("Gweld-Key"));
      this.adopt("unsaved-known", answer.headers.get("Gweld-Kept"));
      this.say("kept", await answer.text());
      return true;
    }
    if (answer.status === 401) {
      this.say("signed-out", this.words("signed-out"));
    } else if (answer.status === 403) {
      await this.signedInAgain();
    } else if (answer.status === 410) {
      this.say("over", await answer.text());
    } else {
      const plain = answer.headers.get("Content-Type")?.startsWith("text/plain");
      this.say("refused", plain ? await answer.text() : this.words("refused"));
    }
    return false;
  }

  private adopt(name: string, value: string | null): void {
    const field = this.field(name);
    if (field && value) field.value = value;
  }

  // Somebody signed in since the page was opened. Its writer gets a token for every form on it.
  private async signedInAgain(): Promise<void> {
    const answer = await fetch(this.box.dataset.ready!, { redirect: "manual" });
    if (answer.ok) {
      const token = await answer.text();
      for (const field of document.querySelectorAll<HTMLInputElement>('input[name="csrf"]')) {
        field.value = token;
      }
      setTimeout(() => this.soon(0), 0);
    } else if (answer.status === 409) {
      this.say("others", await answer.text());
    } else {
      this.say("signed-out", this.words("signed-out"));
    }
  }

  // Before the page is left by a button, what is on it is kept: without a connection the browser
  // would put its own page in the place of this one, and the text would be gone.
  private leave(event: SubmitEvent): void {
    if (event.defaultPrevented || this.passing) return;
    if (!this.typedSince && !this.sending && navigator.onLine) {
      this.passing = true;
      return;
    }
    event.preventDefault();
    void this.keepAndGo(event.submitter);
  }

  private async keepAndGo(submitter: HTMLElement | null): Promise<void> {
    this.typedSince ||= Date.now();
    while (this.sending) await new Promise((go) => setTimeout(go, 50));
    await this.keep();
    if (this.stands === "offline") this.say("offline", this.words("not-sent"));
    // Sent while somebody else is signed in it would be refused, and this page be gone.
    if (this.stands === "offline" || this.stands === "others") {
      this.heard.textContent = this.state.textContent;
      return;
    }
    this.passing = true;
    this.form.requestSubmit(submitter);
    // The connection may be lost on the way out: then the page stays and must keep on.
    setTimeout(() => (this.passing = false), 8000);
  }

  // The tab is closed or hidden for good: what was typed in the last seconds.
  private lastWord(): void {
    if (!this.typedSince || this.passing || this.stands === "over") return;
    void fetch(this.box.dataset.keep!, { method: "POST", body: this.body(), keepalive: true }).catch(
      () => undefined,
    );
  }
}

export function keepDrafts(): void {
  for (const box of document.querySelectorAll<HTMLElement>("[data-unsaved]")) {
    const form = box.closest("form");
    if (form) new Draft(form, box);
  }
}
