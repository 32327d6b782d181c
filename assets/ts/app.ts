// What every page does beyond plain HTML. Every task works without it.
import { Button } from "govuk-frontend/dist/govuk/components/button/button.mjs";
import { Checkboxes } from "govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs";
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";
import { NotificationBanner } from "govuk-frontend/dist/govuk/components/notification-banner/notification-banner.mjs";
import { keepDrafts } from "./drafts";
import { rememberPhone } from "./offline/phone";
import { sendOnce } from "./once";
import { showPasswords } from "./password";
import { openDetailsForPrint, printOnPress } from "./print";
import { revealByRadio } from "./reveal";

for (const component of [
  Button,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
]) {
  for (const root of document.querySelectorAll(`[data-module="${component.moduleName}"]`)) {
    try {
      new component(root);
    } catch {
      // One broken component must not take the others with it; the plain HTML works.
    }
  }
}
openDetailsForPrint();
printOnPress();
keepDrafts();
rememberPhone();
sendOnce();
showPasswords();
revealByRadio();
