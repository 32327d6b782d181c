// An address is protected and shown, two people lift it; what somebody does not agree with is written
// down; a copy of their own record is read through, left out of and given. On a phone, each page
// looked at, in both languages.
import * as checks from "./checks.mjs";
import { fromServer } from "./journeys.mjs";

const submit = (page, form = "main form[method=post]") =>
  Promise.all([page.waitForNavigation(), page.click(`${form} button[type=submit] >> nth=-1`)]);

const follow = (page, link) => Promise.all([page.waitForNavigation(), page.click(link)]);

class Walk {
  constructor(browser, base, password, language) {
    Object.assign(this, { browser, base, password, language, faults: [] });
  }

  async as(person, walk) {
    const context = await this.browser.newContext({ viewport: { width: 390, height: 844 } });
    try {
      await fromServer.signIn(context, this.base, person, this.password);
      await walk(await context.newPage());
    } finally {
      await context.close();
    }
  }

  async open(page, path, what) {
    const answer = await page.goto(`${this.base}${this.language}${path}`);
    if (!answer.ok()) this.faults.push(`${what} answers ${answer.status()}`);
    await this.look(page, what);
  }

  async look(page, what) {
    const seen = [...(await checks.accessibility(page)), ...(await checks.sideways(page))];
    this.faults.push(...seen.map((one) => `${what}: ${one}`));
  }

  wants(so, what) {
    if (!so) this.faults.push(what);
  }
}

async function aChildOf(page, base) {
  await page.goto(`${base}/work`);
  const records = await page.$$eval("main a[href]", (all) => [
    ...new Set(all.map((a) => a.pathname.match(/^\/child\/[0-9a-f-]{36}$/)?.[0]).filter(Boolean)),
  ]);
  return records.at(-1);
}

async function protect(walk, page, child) {
  await walk.open(page, `${child}/protect-address`, "protecting");
  await submit(page);
  walk.wants(await page.$(".govuk-error-summary"), "protected without an address");
  await walk.look(page, "protecting refused");
  for (const box of await page.$$("main input[type=checkbox]")) await box.check({ force: true });
  await page.fill("[name=lines]", "14 Rhodfa’r Eirlys, Cwm Dulas");
  await page.fill("[name=postcode]", "NP16 9ZZ");
  await page.fill("[name=from-day]", "1");
  await page.fill("[name=from-month]", "9");
  await page.fill("[name=from-year]", "2026");
  await page.check("[name=because][value=domestic_abuse]", { force: true });
  await page.fill("[name=words]", "Somebody looks for them.");
  await submit(page);
  await walk.look(page, "protected");
  walk.wants(!(await page.content()).includes("Eirlys"), "the address is on the page of people");
  const address = await page.getAttribute('main a[href*="/protected-address/"]', "href");
  await follow(page, 'main a[href*="/protected-address/"]');
  await walk.look(page, "the protected address");
  walk.wants((await page.content()).includes("Eirlys"), "the address is not on its own page");
  await page.goto(`${walk.base}${walk.language}${child}/people`);
  await follow(page, 'main a[href*="/lift-protection/"]');
  await page.fill("[name=words]", "It was for trying it out.");
  await walk.look(page, "asking to lift it");
  await submit(page);
  return address;
}

async function lift(walk, page, child) {
  await page.goto(`${walk.base}${walk.language}${child}/people`);
  await follow(page, 'main a[href*="/lift-protection/"]');
  await walk.look(page, "lifting it");
  await page.check("[name=words][value=yes]", { force: true });
  await submit(page);
  walk.wants((await page.content()).includes("Eirlys"), "lifted and not read again");
}

async function disagree(walk, page, child) {
  await page.goto(`${walk.base}${walk.language}${child}/timeline`);
  await follow(page, 'main a[href*="/disagreement/"] >> nth=0');
  await walk.look(page, "disagreeing");
  await page.check("[name=by][value=parent]", { force: true });
  await page.fill("[name=name]", "Carys Prosser");
  await page.fill("[name=words]", "Doedd hi ddim felly.");
  await submit(page);
  walk.wants((await page.content()).includes("Doedd hi ddim felly."), "it is not on the timeline");
}

async function copy(walk, page, child) {
  await walk.open(page, `${child}/own-record`, "asking for a copy");
  await page.check("[name=by][value=the_person]", { force: true });
  await page.fill("[name=identity]", "Passport seen at the office.");
  await submit(page);
  const home = page.url();
  await walk.look(page, "a copy");
  await follow(page, 'main a[href*="/leave-out/"] >> nth=0');
  await walk.look(page, "leaving out");
  await page.check("[name=because][value=about_somebody_else]", { force: true });
  await page.fill("[name=words]", "It is a neighbour’s.");
  await submit(page);
  walk.wants(await page.$('main form[action*="/put-back/"]'), "nothing is left out");
  for (let at = 1; at < 60; at += 1) {
    await page.goto(`${home}?page=${at}`);
    if (!(await page.$('main li form, main ol > li'))) break;
    if (await page.$('main form[action$="/read"]')) await submit(page, 'main form[action$="/read"]');
  }
  await page.goto(home);
  await walk.look(page, "a copy that was read");
  await follow(page, 'main a[href$="/given"]');
  await walk.look(page, "that it was given");
  await page.fill("[name=words]", "By hand.");
  const today = new Date();
  await page.fill("[name=on-day]", String(today.getDate()));
  await page.fill("[name=on-month]", String(today.getMonth() + 1));
  await page.fill("[name=on-year]", String(today.getFullYear()));
  await submit(page);
  await walk.open(page, "/own-records", "all copies");
  await page.goto(home.split("?")[0]);
  walk.wants(!(await page.$('main form[action$="/read"]')), "given, and still to be read");
}

async function rights(browser, base, password, people, language) {
  const walk = new Walk(browser, base, password, language);
  try {
    let child;
    await walk.as(people.worker, async (page) => {
      child = await aChildOf(page, base);
      await protect(walk, page, child);
      await disagree(walk, page, child);
    });
    await walk.as(people.manager, async (page) => {
      await lift(walk, page, child);
      await copy(walk, page, child);
    });
    return walk.faults;
  } catch (fault) {
    return [...walk.faults, String(fault.message ?? fault)];
  }
}

export function rightsKept(base, people, password) {
  return [
    { name: "in English", language: "" },
    { name: "in Welsh", language: "/cy" },
  ].map(({ name, language }) => ({
    name: `journey: an address is protected, a copy of a record made, ${name}`,
    run: (browser) => rights(browser, base, password, people, language),
  }));
}
