// The page's own sentences, in its language: the server wrote them into it.
export class Says {
  private readonly all = new Map<string, string>();
  constructor(root: ParentNode) {
    for (const one of root.querySelectorAll<HTMLElement>("[data-says] > [data-say]")) {
      this.all.set(one.dataset.say ?? "", one.textContent ?? "");
    }
  }
  say(key: string, slots: Record<string, string> = {}): string {
    let sentence = this.all.get(key) ?? "";
    for (const [slot, value] of Object.entries(slots)) sentence = sentence.replaceAll(`{${slot}}`, value);
    return sentence;
  }
  waiting(count: number): string {
    return this.say(`waiting-${count}`) || this.say("waiting-many");
  }
}

// "15:10" on the day that is now, "24/11 15:10" on another.
export function clock(moment: number, now: Date): string {
  const date = new Date(moment);
  const two = (n: number) => String(n).padStart(2, "0");
  const time = `${two(date.getHours())}:${two(date.getMinutes())}`;
  const today = date.toDateString() === now.toDateString();
  return today ? time : `${date.getDate()}/${date.getMonth() + 1} ${time}`;
}

export const isFull = (problem: unknown) =>
  problem instanceof DOMException && (problem.name === "QuotaExceededError" || problem.name === "UnknownError");
