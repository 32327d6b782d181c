// One invented family from the telephone call to the day the children's names leave the register
// and the care and support plan that follows it:
// every step on the page a person would use, by the person who would take it.
import { fromServer } from "./journeys.mjs";

const people = {
  duty: "dewi.parry",
  worker: "catrin.hughes",
  manager: "rhian.ellis",
};

class Step {
  constructor(page, base, language) {
    this.page = page;
    this.base = base;
    this.language = language;
  }

  async open(path) {
    const response = await this.page.goto(`${this.base}${this.language}${path}`);
    if (response.status() !== 200) throw new Error(`${path} answers ${response.status()}`);
  }

  // A name that ends in * means every control whose name begins so: one for each child.
  async fill(values) {
    for (const [name, value] of Object.entries(values)) {
      const match = name.endsWith("*") ? `name^="${name.slice(0, -1)}"` : `name="${name}"`;
      const chosen = await this.page.$$(
        `main input[${match}][value="${value}"]:is([type=radio], [type=checkbox])`,
      );
      if (chosen.length > 0) {
        for (const box of chosen) await box.check({ force: true });
        continue;
      }
      const fields = await this.page.$$(
        `main :is(input:not([type=radio], [type=checkbox], [type=hidden]), textarea)[${match}]`,
      );
      const lists = await this.page.$$(`main select[${match}]`);
      if (fields.length + lists.length === 0) throw new Error(`nothing is called ${name}`);
      for (const field of fields) await field.fill(value);
      for (const list of lists) await list.selectOption(value);
    }
  }

  async tickAll(name) {
    for (const box of await this.page.$$(`main input[type=checkbox][name="${name}"]`)) {
      await box.check({ force: true });
    }
  }

  async date(name) {
    const today = new Date();
    const parts = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London" })
      .format(today)
      .split("/");
    await this.fill({
      [`${name}-day`]: parts[0],
      [`${name}-month`]: parts[1],
      [`${name}-year`]: parts[2],
    });
  }

  async save(button = "main form button[type=submit] >> nth=-1") {
    await Promise.all([this.page.waitForNavigation(), this.page.click(button)]);
    const faults = await this.page.$$eval(".govuk-error-summary li", (all) =>
      all.map((one) => one.textContent.trim()),
    );
    if (faults.length > 0) throw new Error(`${this.page.url()}: ${faults.join("; ")}`);
  }

  async says(text) {
    const shown = await this.page.textContent("main");
    if (!shown.includes(text)) throw new Error(`${this.page.url()} does not say "${text}"`);
  }
}

async function receive(step, family) {
  await step.open("/front-door/new");
  await step.date("on");
  await step.fill({
    at: "00:01",
    channel: "telephone",
    source: "school",
    organisation: "Ysgol Gynradd y Dyffryn",
    referrer: "Mared Wynne",
    role: "Head teacher",
    worry: `${family.first} came with a burn on the arm and would not say how.`,
    language: "en",
    harm: "possible",
    "child-1-name": `${family.first} ${family.surname}`,
    "child-1-age": "7",
  });
  await step.save("main form button[type=submit]:not([name]) >> nth=-1");
  return new URL(step.page.url()).pathname.replace(/^\/cy/, "");
}

async function decide(step, contact) {
  await step.open(contact);
  await step.save('main form[action$="/take"] button');
  await step.open(`${contact}/decide`);
  await step.fill({ outcome: "strategy_discussion", reason: "A burn nobody explains." });
  await step.tickAll("new");
  await step.save();
  await step.open(contact);
  const links = await step.page.$$eval('main a[href*="/child/"]', (all) =>
    all.map((a) => new URL(a.href).pathname.replace(/^\/cy/, "")),
  );
  const child = links.find((one) => /^\/child\/[0-9a-f-]{36}$/.test(one));
  if (!child) throw new Error("the contact does not lead to the child's record");
  return child;
}

async function allocate(step, child) {
  await step.open(`${child}/allocate`);
  const worker = await step.page.$$eval("main select[name=worker] option", (all) =>
    all.find((option) => option.textContent.includes("Catrin Hughes"))?.value,
  );
  if (!worker) throw new Error("Catrin Hughes cannot be chosen");
  await step.fill({ worker });
  await step.save();
}

async function toTheRegister(step, child, family) {
  await step.open(`${child}/discussion/new`);
  await step.date("on");
  await step.tickAll("child");
  await step.fill({
    "threshold*": "met",
    "came-1": "attended",
    "name-1": "Rhian Ellis",
    "came-2": "attended",
    "name-2": "Sarjant Prosser",
    "came-3": "attended",
    "name-3": "Nurse Bevan",
    enquiry: "jointly_with_police",
    decided: "A joint section 47 enquiry.",
    reason: "A burn nobody explains.",
  });
  await step.save();

  await step.open(`${child}/enquiry/new`);
  await step.date("on");
  await step.fill({ by: "jointly_with_police" });
  await step.save();

  await step.open(`${child}/protection`);
  const conclude = await step.page.$eval('main a[href*="/conclude"]', (a) => a.href);
  await step.page.goto(conclude);
  await step.date("on");
  await step.fill({
    "determination*": "substantiated_continuing_risk",
    "analysis*": "The injury was not an accident.",
  });
  await step.save();

  await step.open(`${child}/conference/record?type=initial`);
  await step.date("on");
  await step.fill({
    chair: "Gwenan Morris",
    "came-1": "attended",
    "name-1": "Catrin Hughes",
    "came-2": "attended",
    "name-2": "Sarjant Prosser",
    "came-3": "attended",
    "name-3": "Nurse Bevan",
    "decision*": "placed",
    "why*": "At risk of physical harm.",
    "part*": `${family.first} drew a picture of home.`,
    "category*": "physical_abuse",
    parents: "Their mother spoke first and heard every report.",
    plan: "Seen alone every week; the home made safe.",
  });
  await step.save();
}

// The plan is what the worker meant to write at each meeting: nothing of it is filled in for her.
async function writePlan(step, child, plan) {
  await step.open(`${child}/plan/write`);
  await step.date("on");
  await step.tickAll("child");
  await step.fill({
    "o1-better": plan.better,
    "o1-danger": "A burn nobody explained.",
    "o1-a1-what": plan.action,
    "o1-a1-who": "Catrin Hughes",
    "c1-happens": "Another injury that is not explained.",
    "c1-then": "Catrin is told on the same day and a strategy discussion is held.",
    ...plan.more,
  });
  await step.save();
}

async function onTheRegister(step, child) {
  await writePlan(step, child, {
    better: "Nobody is hurt at home.",
    action: "Fit a guard to the fire and show that it stays on.",
    more: {},
  });
  await step.open(`${child}/core-group`);
  await step.date("on");
  await step.tickAll("child");
  await step.fill({
    came: "childrens_services",
    progress: "The home is safer.",
    "moved-*": "better",
  });
  await step.save();
}

async function offTheRegister(step, child) {
  await step.open(`${child}/conference/record?type=review`);
  await step.date("on");
  await step.fill({
    chair: "Gwenan Morris",
    "came-1": "attended",
    "name-1": "Catrin Hughes",
    "came-2": "attended",
    "name-2": "Sarjant Prosser",
    "came-3": "attended",
    "name-3": "Nurse Bevan",
    "decision*": "removed",
    "why*": "Nothing has happened since and the family takes help.",
    "part*": "Said that home is calm.",
    parents: "Their mother asked for help to go on.",
  });
  await step.save();
  const nextYear = String(new Date().getFullYear() + 1);
  await writePlan(step, child, {
    better: "Home stays calm, and help comes when it is asked for.",
    action: "A family support worker comes every week.",
    more: {
      "review-day": "1",
      "review-month": "3",
      "review-year": nextYear,
      changed: "The name left the register today.",
    },
  });
  await step.open(`${child}/plan`);
  await step.says("A family support worker comes every week.");
}

async function wholeWay(browser, base, password, language, scripts, family) {
  const contexts = {};
  const step = {};
  try {
    for (const [role, person] of Object.entries(people)) {
      contexts[role] = await browser.newContext({ javaScriptEnabled: scripts });
      await fromServer.signIn(contexts[role], base, person, password);
      step[role] = new Step(await contexts[role].newPage(), base, language);
    }
    const contact = await receive(step.duty, family);
    const child = await decide(step.duty, contact);
    await allocate(step.manager, child);
    await toTheRegister(step.worker, child, family);
    await step.worker.open(child);
    await step.worker.says(language ? "gofrestr amddiffyn plant" : "child protection register");
    await onTheRegister(step.worker, child);
    await offTheRegister(step.worker, child);
    await step.worker.open(`${child}/timeline`);
    return [];
  } catch (fault) {
    return [String(fault.message ?? fault)];
  } finally {
    for (const context of Object.values(contexts)) await context.close();
  }
}

export function familyJourneys(base, password) {
  const ways = [
    { name: "in English without scripts", language: "", scripts: false, first: "Haf" },
    { name: "in English with scripts", language: "", scripts: true, first: "Deio" },
    { name: "in Welsh without scripts", language: "/cy", scripts: false, first: "Efa" },
    { name: "in Welsh with scripts", language: "/cy", scripts: true, first: "Ifor" },
  ];
  return ways.map(({ name, language, scripts, first }) => ({
    name: `journey: a family from the first call to a care and support plan after the register, ${name}`,
    run: (browser) =>
      wholeWay(browser, base, password, language, scripts, { first, surname: `Rowlands${first}` }),
  }));
}
