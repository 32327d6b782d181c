// The form of a visit, while it is filled in.
import { countFor } from "./counts";

const form = document.querySelector<HTMLFormElement>("form[data-visit]");
if (form) countFor(form);
