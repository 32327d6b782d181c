// Two people change one assessment at once: both texts survive, and each sees whose is whose.
import { holds, inLanguage, save, words } from "./drafts_parts.mjs";
import { fromServer } from "./journeys.mjs";

// Each in a browser of their own, on one assessment.
export function twoPeople(base, person, another, password) {
  return ["en", "cy"].map((language) => ({
    slow: language === "en",
    name: `journey: drafts, two people on one assessment, ${language}`,
    run: async (browser) => {
      const say = words[language];
      const open = async (name) => {
        const context = await browser.newContext();
        context.setDefaultTimeout(60_000);
        await fromServer.signIn(context, base, name, password);
        return { context, page: await context.newPage() };
      };
      const hers = await open(person);
      const his = await open(another);
      const complaints = [];
      try {
        await hers.page.goto(`${base}/work`);
        const children = await hers.page.$$eval("main a", (links) =>
          links.map((a) => a.getAttribute("href")).filter((h) => /^\/child\/[0-9a-f-]{36}$/.test(h)),
        );
        await hers.page.goto(`${base}${children[0]}/assessments`);
        const assessment = await hers.page.$$eval("main a", (links) =>
          links.map((a) => a.getAttribute("href")).find((h) => /^\/assessment\/[^/]+$/.test(h)),
        );
        const form = base + inLanguage(language, `${assessment}/write`);
        const family = "textarea[name=family]";
        const reason = "textarea[name=why-now]";
        const saveIt = async (page) =>
          Promise.all([page.waitForNavigation(), page.click(save)]);

        await hers.page.goto(form);
        await hers.page.fill(family, "The mother works nights and the children go to their aunt.");
        await hers.page.fill(reason, "The school rang.");
        await saveIt(hers.page);

        await hers.page.goto(form);
        await his.page.goto(form);
        await hers.page.fill(family, "The mother works nights and the children go to their uncle.");
        await hers.page.fill(reason, "The school rang twice.");
        await saveIt(hers.page);
        await his.page.fill(family, "The mother works nights and the children sleep at their aunt.");
        const [response] = await saveIt(his.page);
        if (response.status() !== 409) complaints.push(`answered ${response.status()}`);
        if (!(await his.page.inputValue(family)).includes("sleep at")) {
          complaints.push("his own text is not in its box");
        }
        if ((await his.page.inputValue(reason)) !== "The school rang twice.") {
          complaints.push("what only she changed is not in the form");
        }
        if (!(await holds(his.page, say.theirs))) complaints.push("does not say whose text that is");
        const hersOnly = await his.page.$$eval(".app-difference del", (all) =>
          all.map((one) => one.lastChild.previousSibling.textContent).join(" "),
        );
        const hisOnly = await his.page.$$eval(".app-difference ins", (all) =>
          all.map((one) => one.lastChild.previousSibling.textContent).join(" "),
        );
        if (!hersOnly.includes("uncle")) complaints.push(`of hers: "${hersOnly}"`);
        if (!hisOnly.includes("sleep")) complaints.push(`of his: "${hisOnly}"`);
        // Then his goes, with both.
        await his.page.waitForTimeout(1200);
        await saveIt(his.page);
        await his.page.goto(form);
        if ((await his.page.inputValue(reason)) !== "The school rang twice.") {
          complaints.push("her text was overwritten");
        }
        if (!(await his.page.inputValue(family)).includes("sleep at")) {
          complaints.push("his text was not saved");
        }
      } finally {
        await hers.context.close();
        await his.context.close();
      }
      return complaints;
    },
  }));
}
