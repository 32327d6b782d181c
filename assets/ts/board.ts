// A page that people keep open says when it does not stand any more as it is shown. It asks the
// server every so often whether it does and changes nothing by itself: nobody's row moves under a
// finger.
//
//   <div data-board='"what stood"' data-now="/team" data-words-changed=... data-words-show=...
//        data-words-signed-out=... data-words-sign-in=... data-words-away=...><p role="status">
const every = 20000;
const triesToBeSure = 2; // one lost answer says nothing of the server

type Found = "stands" | "changed" | "signed-out" | "away";

async function ask(box: HTMLElement): Promise<Found> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), 10000);
  try {
    const answer = await fetch(box.dataset.now!, {
      headers: { "If-None-Match": box.dataset.board! },
      redirect: "manual",
      signal: late.signal,
    });
    if (answer.type === "opaqueredirect") return "signed-out";
    return answer.status === 304 ? "stands" : answer.ok ? "changed" : "away";
  } catch {
    return "away";
  } finally {
    clearTimeout(timer);
  }
}

function say(box: HTMLElement, found: Found): void {
  const line = box.querySelector("p")!;
  const words = box.getAttribute(`data-words-${found}`) ?? "";
  if (line.firstChild?.textContent === words) return;
  line.textContent = words;
  const next = box.getAttribute(found === "changed" ? "data-words-show" : "data-words-sign-in");
  if (!words || found === "away") return;
  const link = document.createElement("a");
  link.className = "govuk-link";
  link.href = box.dataset.now!;
  link.textContent = next;
  line.append(" ", link);
}

function watch(box: HTMLElement): void {
  let timer = 0;
  let failed = 0;
  let asking = false;
  const look = async (): Promise<void> => {
    clearTimeout(timer);
    if (asking || document.visibilityState !== "visible") return;
    asking = true;
    const found = await ask(box);
    asking = false;
    failed = found === "away" ? failed + 1 : 0;
    if (!failed || failed >= triesToBeSure) say(box, found);
    // Not all boards of a county at once, after a server was away.
    timer = window.setTimeout(() => void look(), every + Math.random() * 5000);
  };
  document.addEventListener("visibilitychange", () => void look());
  addEventListener("pageshow", (event) => event.persisted && void look());
  addEventListener("online", () => void look());
  timer = window.setTimeout(() => void look(), every);
}

const box = document.querySelector<HTMLElement>("[data-board]");
if (box) watch(box);
