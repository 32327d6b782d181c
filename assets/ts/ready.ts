// Getting a phone ready (pages/offline/ready.html): the list fetched, locked with the code, the form
// kept, the worker started. In that order, so that "ready" is only said when all of it is there.
import { keepList, type List } from "./offline/list";
import { clock, isFull, Says } from "./offline/says";
import { keepShell, possible, startWorker } from "./offline/shell";

const shortestCode = 6;

const says = new Says(document);
const form = document.querySelector<HTMLFormElement>("form[data-get-ready]");

function alarm(words: string): void {
  const place = document.querySelector<HTMLElement>("[data-alarm]");
  if (!place) return;
  place.hidden = words === "";
  place.textContent = words;
  if (words) place.scrollIntoView({ block: "center" });
}

async function listFor(asked: HTMLFormElement): Promise<List | string> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(asked)) if (!name.startsWith("code")) body.append(name, String(value));
  const answer = await fetch(asked.action, { method: "POST", body, credentials: "same-origin", cache: "no-store" });
  if (answer.ok) return (await answer.json()) as List;
  switch (answer.status) {
    case 401: return says.say("signed-out");
    case 403: return says.say("not-let");
    case 422: return answer.text();
    default: return says.say("not-given");
  }
}

async function getReady(asked: HTMLFormElement): Promise<void> {
  const code = asked.querySelector<HTMLInputElement>("#code");
  const again = asked.querySelector<HTMLInputElement>("#code-again");
  if (!code || !again) return;
  if (code.value.length < shortestCode) return alarm(says.say("short-code"));
  if (code.value !== again.value) return alarm(says.say("two-codes"));
  const list = await listFor(asked);
  const told = Date.now();
  if (typeof list === "string") return alarm(list);
  await navigator.storage.persist?.();
  await keepShell();
  const until = await keepList(list, code.value, list.now - told);
  await startWorker(asked.dataset.worker ?? "");
  code.value = again.value = "";
  alarm("");
  const done = document.querySelector<HTMLElement>("[data-ready]");
  if (!done) return;
  const words = done.querySelector("[data-until]");
  if (words) words.textContent = says.say("until", { moment: clock(until, new Date(list.now)) });
  done.hidden = false;
  done.querySelector("h2")?.focus();
}

if (form && possible()) {
  let making = false; // a second press would make a second list, and only one of them is on the phone
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (making) return;
    making = true;
    getReady(form)
      .catch((problem: unknown) => alarm(says.say(isFull(problem) ? "full" : "no-signal")))
      .finally(() => { making = false; });
  });
} else if (form) {
  form.hidden = true;
  const cannot = document.querySelector<HTMLElement>("[data-cannot]");
  if (cannot) cannot.hidden = false;
}
