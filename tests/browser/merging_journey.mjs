// Two records of one child are said to be one, and said to be two again, on the pages a manager
// would use. Leaves the county as it was found.
import * as checks from "./checks.mjs";
import { fromServer } from "./journeys.mjs";

const submit = (page) =>
  Promise.all([page.waitForNavigation(), page.click("main form button[type=submit] >> nth=-1")]);

async function follow(page, link) {
  const found = await page.$(link);
  if (!found) throw new Error(`no link ${link} on ${page.url()}`);
  await Promise.all([page.waitForNavigation(), found.click()]);
}

async function fine(page, what) {
  const complaints = [...(await checks.accessibility(page)), ...(await checks.sideways(page))];
  return complaints.map((one) => `${what}: ${one}`);
}

// The county has one child who was recorded again when somebody rang.
async function openSuggestion(page, base, language) {
  await page.goto(`${base}/team`);
  const records = await page.$$eval("main a[href]", (all) => [
    ...new Set(all.map((a) => a.pathname.match(/^\/child\/[0-9a-f-]{36}$/)?.[0])),
  ]);
  for (const record of records.filter(Boolean)) {
    await page.goto(`${base}${language}${record}/same-person`);
    if (await page.$('main a[href*="/same-person/"]')) return;
  }
  throw new Error("no child of the team is suggested to be somebody else");
}

async function mergedAndParted(browser, base, manager, password, language) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    await fromServer.signIn(context, base, manager, password);
    const page = await context.newPage();
    await openSuggestion(page, base, language);
    await follow(page, 'main a[href*="/same-person/"] >> nth=0');
    await page.check('main input[name="kept"] >> nth=0', { force: true });
    await page.fill("main textarea[name=reason]", "The school and the mother were asked.");
    await submit(page);
    const kept = page.url();
    await follow(page, 'main a[href$="/take-back"]');
    const faults = await fine(page, "taking back");
    await submit(page);
    if (!(await page.$(".govuk-error-summary"))) faults.push("taken back without a reason");
    faults.push(...(await fine(page, "taking back refused")));
    await page.fill("main textarea[name=reason]", "Two girls of one name, born on one day.");
    await submit(page);
    await page.goto(kept);
    if (await page.$('main a[href$="/take-back"]')) faults.push("still one record");
    return faults;
  } catch (fault) {
    return [String(fault.message ?? fault)];
  } finally {
    await context.close();
  }
}

export function mergedRecords(base, manager, password) {
  return [
    { name: "in English", language: "" },
    { name: "in Welsh", language: "/cy" },
  ].map(({ name, language }) => ({
    name: `journey: two records of one child are merged and parted, ${name}`,
    run: (browser) => mergedAndParted(browser, base, manager, password, language),
  }));
}
