// The button that shows a password. GOV.UK Frontend's own brings a translation library larger than
// all our scripts; every word we need is in the markup already.
export function showPasswords(): void {
  for (const group of document.querySelectorAll<HTMLElement>(".govuk-password-input")) {
    const input = group.querySelector<HTMLInputElement>(".govuk-js-password-input-input");
    const button = group.querySelector<HTMLButtonElement>(".govuk-js-password-input-toggle");
    if (!input || !button) continue;
    const words = (key: string) => group.getAttribute(`data-i18n.${key}-password`);
    const heard = (key: string) => group.getAttribute(`data-i18n.${key}-password-aria-label`);
    const show = (shown: boolean) => {
      const next = shown ? "hide" : "show";
      input.type = shown ? "text" : "password";
      button.textContent = words(next) ?? button.textContent;
      button.setAttribute("aria-label", heard(next) ?? button.textContent ?? "");
    };
    button.hidden = false;
    button.addEventListener("click", () => show(input.type === "password"));
    // Sent or left behind as a password, so that no browser keeps it as typed text.
    input.form?.addEventListener("submit", () => show(false));
    addEventListener("pageshow", () => show(false));
  }
}
