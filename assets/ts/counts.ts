// "What this visit will count for", kept up to date while the form is filled in. It repeats what
// the server will say on saving and decides nothing.
//
//   <form data-visit>
//     <div data-answer="place">      radios: home, school, office, other
//     <div data-visit-child data-name="Ffion"
//          data-alone-yes="Seen alone" data-alone-no="Not seen alone"
//          data-home-yes=... data-home-no=... data-bedroom-yes=... data-bedroom-no=...>
//       <div data-answer="seen"> <div data-answer="alone"> <div data-answer="bedroom">  yes, no
//     <section data-counts hidden> <ul></ul> <p data-counts-empty>
//       <template data-line="yes"> <li> ... <span data-words>, and the same for "no"
//
// A condition without its words does not bear on that child. Words come whole, in the language of
// the page and fitting the child: Welsh has a different one for a girl and a boy.
type Met = "yes" | "no";
const conditions = ["alone", "home", "bedroom"] as const;
type Condition = (typeof conditions)[number];

function answer(within: ParentNode, question: string): string {
  const chosen = within.querySelector<HTMLInputElement>(`[data-answer="${question}"] input:checked`);
  return chosen?.value ?? "";
}

function met(form: HTMLFormElement, child: HTMLElement, condition: Condition): Met {
  if (answer(form, "outcome") === "attempted" || answer(child, "seen") !== "yes") return "no";
  const right =
    condition === "home"
      ? answer(form, "place") === "home"
      : answer(child, condition) === "yes";
  return right ? "yes" : "no";
}

function line(counts: HTMLElement, words: string, which: Met): DocumentFragment {
  const pattern = counts.querySelector<HTMLTemplateElement>(`template[data-line="${which}"]`);
  const copy = document.importNode(pattern?.content ?? document.createDocumentFragment(), true);
  const place = copy.querySelector("[data-words]");
  if (place) place.textContent = words;
  return copy;
}

function summary(form: HTMLFormElement, counts: HTMLElement, child: HTMLElement): HTMLLIElement | null {
  if (!answer(child, "seen") && answer(form, "outcome") !== "attempted") return null;
  const lines = document.createElement("ul");
  for (const condition of conditions) {
    const which = met(form, child, condition);
    const words = child.dataset[condition + (which === "yes" ? "Yes" : "No")];
    if (words) lines.append(line(counts, words, which));
  }
  const name = document.createElement("b");
  name.textContent = child.dataset.name ?? "";
  const item = document.createElement("li");
  item.append(name, lines);
  return item;
}

function show(form: HTMLFormElement, counts: HTMLElement): void {
  const items = [...form.querySelectorAll<HTMLElement>("[data-visit-child]")]
    .map((child) => summary(form, counts, child))
    .filter((item) => item !== null);
  counts.querySelector("ul")?.replaceChildren(...items);
  const empty = counts.querySelector<HTMLElement>("[data-counts-empty]");
  if (empty) empty.hidden = items.length > 0;
}

// Once for each form; again after its children have changed, by a "change" event.
export function countFor(form: HTMLFormElement): void {
  const counts = form.querySelector<HTMLElement>("[data-counts]");
  if (!counts) return;
  counts.hidden = false;
  form.addEventListener("change", () => show(form, counts));
  show(form, counts);
}
