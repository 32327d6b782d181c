// The form on the phone: what was typed as a text, the text back into the form, and what is missing.
// The rules are those of pages/visit/form.cc; the server looks again, and its answer counts.
export interface Problem { field: string; say: string; name?: string }

const radios = (form: HTMLFormElement, name: string) =>
  form.querySelector<HTMLInputElement>(`input[type=radio][name="${name}"]:checked`)?.value ?? "";
const typed = (form: HTMLFormElement, name: string) =>
  (form.elements.namedItem(name) as HTMLInputElement | null)?.value.trim() ?? "";

// Midnight of the phone's own day, as a text: "2026-11-24".
export function isoDay(moment: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

export function childrenIn(form: HTMLFormElement): { id: string; name: string }[] {
  return [...form.querySelectorAll<HTMLElement>("[data-visit-child]")].map((box) => ({
    id: box.querySelector<HTMLInputElement>('input[name^="seen-"]')?.name.slice("seen-".length) ?? "",
    name: box.dataset.name ?? "",
  }));
}

export interface Writing { device: string; worker: string; finished: "yes" | "no"; save: string; language: string; shown: string }

// Everything, in the order of the form. The day is written out, beside what it was chosen as. `now`:
// nowBy(); `shown`: what the phone's own clock showed.
export function textOf(form: HTMLFormElement, writing: Writing, now: Date): string {
  const said = new URLSearchParams();
  for (const [name, value] of new FormData(form)) said.append(name, String(value));
  for (const child of childrenIn(form)) {
    if (!said.has(`seen-${child.id}`)) said.append(`seen-${child.id}`, "");
    said.append(`name-${child.id}`, child.name);
  }
  const when = said.get("when");
  if (when === "today" || when === "yesterday") {
    const day = new Date(now);
    if (when === "yesterday") day.setDate(day.getDate() - 1);
    said.set("date-day", String(day.getDate()));
    said.set("date-month", String(day.getMonth() + 1));
    said.set("date-year", String(day.getFullYear()));
    said.set("today", isoDay(now));
  }
  for (const [name, value] of Object.entries(writing)) said.set(name, value);
  said.set("written", now.toISOString());
  return said.toString();
}

export function fillFrom(form: HTMLFormElement, text: string): void {
  const said = new URLSearchParams(text);
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>("input, textarea, select")) {
    const value = said.get(field.name);
    if (field instanceof HTMLInputElement && field.type === "radio") field.checked = field.value === value;
    else if (value !== null && !(field.name.startsWith("date-") && said.get("when") !== "other")) field.value = value;
  }
  form.dispatchEvent(new Event("change", { bubbles: true }));
}

export function anythingTyped(form: HTMLFormElement): boolean {
  return form.querySelector("input:checked") !== null ||
    [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input[type=text], textarea")].some((one) => one.value.trim() !== "");
}

function dateProblem(form: HTMLFormElement, now: Date): Problem[] {
  const when = radios(form, "when");
  if (when === "today" || when === "yesterday") return [];
  if (when !== "other") return [{ field: "when", say: "when" }];
  const [day, month, year] = ["date-day", "date-month", "date-year"].map((name) => typed(form, name));
  const numbers = /^\d{1,2}$/.test(day ?? "") && /^\d{1,2}$/.test(month ?? "") && /^\d{4}$/.test(year ?? "");
  const date = new Date(Number(year), Number(month) - 1, Number(day));
  if (!numbers || date.getMonth() !== Number(month) - 1 || date.getDate() !== Number(day)) {
    return [{ field: "date-day", say: "date" }];
  }
  return date > now ? [{ field: "date-day", say: "future" }] : [];
}

function timeProblem(form: HTMLFormElement): Problem[] {
  const time = typed(form, "arrived");
  const parts = /^(\d{1,2})[:.]?(\d{2})$/.exec(time);
  return time === "" || (parts && Number(parts[1]) < 24 && Number(parts[2]) < 60) ? [] : [{ field: "arrived", say: "arrived" }];
}

function childProblems(form: HTMLFormElement, stub: boolean): Problem[] {
  const problems: Problem[] = [];
  for (const { id, name } of childrenIn(form)) {
    const said = (what: string) => radios(form, `${what}-${id}`);
    const add = (say: string) => problems.push({ field: `${say}-${id}`, say, name });
    if (said("seen") === "not_part") continue;
    if (!said("seen")) { add("seen"); continue; }
    if (said("seen") === "yes" && !said("alone")) add("alone");
    if (said("seen") === "yes" && radios(form, "place") === "home" && !stub && !said("bedroom")) add("bedroom");
    if (typed(form, `words-${id}`) && !typed(form, `language-${id}`)) add("language");
  }
  return problems;
}

function madeProblems(form: HTMLFormElement, now: Date, stub: boolean): Problem[] {
  const problems = [...dateProblem(form, now), ...timeProblem(form)];
  if (!radios(form, "place")) problems.push({ field: "place", say: "place" });
  if (!radios(form, "announced") && !stub) problems.push({ field: "announced", say: "announced" });
  problems.push(...childProblems(form, stub));
  if (!stub && !typed(form, "account")) problems.push({ field: "account", say: "account" });
  const children = childrenIn(form).filter(({ id }) => radios(form, `seen-${id}`) !== "not_part");
  const seen = children.some(({ id }) => radios(form, `seen-${id}`) === "yes" || radios(form, `bedroom-${id}`) === "yes");
  if (problems.length === 0 && childrenIn(form).length > 0 && !seen) problems.push({ field: "outcome", say: "nobody" });
  return problems;
}

function attemptProblems(form: HTMLFormElement, now: Date): Problem[] {
  const problems = [...dateProblem(form, now), ...timeProblem(form)];
  if (!radios(form, "place")) problems.push({ field: "place", say: "place" });
  if (!radios(form, "because")) problems.push({ field: "because", say: "because" });
  const children = childrenIn(form);
  if (children.length > 0 && children.every(({ id }) => radios(form, `seen-${id}`) === "not_part")) {
    problems.push({ field: "outcome", say: "no-children" });
  }
  if (radios(form, "because") === "other" && !typed(form, "account")) problems.push({ field: "account", say: "because-account" });
  return problems;
}

// `now`: by the phone's clock. stub: "save now, write up later".
export function problemsIn(form: HTMLFormElement, now: Date, save: string): Problem[] {
  const stub = save === "stub";
  const free = childrenIn(form).length === 0;
  const problems: Problem[] = free && !typed(form, "who") ? [{ field: "who", say: "who" }] : [];
  const outcome = radios(form, "outcome");
  if (outcome === "attempted" && !stub) return [...problems, ...attemptProblems(form, now)];
  if (outcome !== "made" && !stub) problems.push({ field: "outcome", say: "outcome" });
  return [...problems, ...madeProblems(form, now, stub)]; // what else is missing is said at once
}
