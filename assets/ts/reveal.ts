// What belongs to one choice shows when it is chosen. GOV.UK Frontend's own script says
// aria-expanded on a radio, which ARIA does not allow and axe reports; what is revealed follows its
// radio in the page, so it is the next thing heard.
export function revealByRadio(): void {
  const groups = document.querySelectorAll<HTMLElement>('[data-module="govuk-radios"]');
  const show = () => {
    for (const radio of document.querySelectorAll<HTMLInputElement>("input[data-aria-controls]")) {
      const revealed = document.getElementById(radio.dataset.ariaControls ?? "");
      if (radio.type !== "radio" || !revealed) continue;
      revealed.classList.toggle("govuk-radios__conditional--hidden", !radio.checked);
    }
  };
  for (const group of groups) group.addEventListener("change", show);
  // The browser may have filled in an answer when coming back.
  addEventListener("pageshow", show);
  show();
}
