// The part of govuk-frontend the pages use; the package ships no types.
declare module "govuk-frontend/dist/govuk/components/*" {
  class Component {
    static moduleName: string;
    constructor(root: Element);
  }
  export { Component as Button, Component as Checkboxes, Component as ErrorSummary };
  export { Component as NotificationBanner };
}
