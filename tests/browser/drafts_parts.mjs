// What the journeys about drafts share: what the pages say, and how they are asked.

export const save = "main form:has([data-unsaved]) button:not([formaction]) >> nth=-1";

export const words = {
  en: {
    kept: "Draft kept at",
    offline: "Not kept: no connection",
    notSent: "Not saved: no connection",
    signedOut: "Signed out: your text is still in this tab",
    others: "Not kept: somebody else is signed in",
    begun: "did not save it",
    theirs: "Their text stands here now",
  },
  cy: {
    kept: "Cadwyd y drafft am",
    offline: "Heb ei gadw: dim cysylltiad",
    notSent: "Heb ei gadw: dim cysylltiad",
    signedOut: "Wedi allgofnodi: mae eich testun yn y tab hwn o hyd",
    others: "Heb ei gadw: mae rhywun arall wedi mewngofnodi",
    begun: "Dechreuoch chi hwn",
    theirs: "Eu testun nhw sydd yma nawr",
  },
};
export const inLanguage = (language, path) => (language === "cy" ? `/cy${path}` : path);

export const holds = async (page, text) => (await page.content()).includes(text);
