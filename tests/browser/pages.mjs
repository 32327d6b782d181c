// The real pages. Which there are is found by following every link a person can see, one example of
// each kind of address; states that only a mistake brings about are listed by hand.
import { keptOpenBoards } from "./boards_journey.mjs";
import { draftJourneys } from "./drafts.mjs";
import { familyJourneys } from "./family_journey.mjs";
import { fromServer, recordedVisit } from "./journeys.mjs";
import { mergedRecords } from "./merging_journey.mjs";
import { rightsKept } from "./rights_journey.mjs";
import { fillReport, reportedWorry } from "./reporting.mjs";

const people = [
  "catrin.hughes",
  "rhian.ellis",
  "eleri.vaughan",
  "dewi.parry",
  "gwenan.ellis",
  "siw.prys",
  "iolo.wyn",
];

// "/child/3f2a...-.../visits?page=2" and its like are one kind: "/child/*/visits?page".
function kindOf(address) {
  const url = new URL(address);
  const variable = (part) => /[0-9.]/.test(part) || part.includes("%");
  const path = url.pathname.split("/").map((part) => (variable(part) ? "*" : part));
  const keys = [...new Set([...url.searchParams.keys()])].sort().join("&");
  return path.join("/") + (keys ? `?${keys}` : "");
}

async function linksOn(page) {
  // A file is saved, not opened.
  const links = await page.$$eval("a[href]:not([download])", (all) => all.map((a) => a.href.split("#")[0]));
  return links.filter((link) => link && !new URL(link).pathname.startsWith("/cy"));
}

async function kindsSeenBy(context, base, person, known) {
  const page = await context.newPage();
  const waiting = [`${base}/`];
  const found = [];
  const dead = [];
  while (waiting.length > 0) {
    const address = waiting.shift();
    const response = await page.goto(address);
    if (!/html/.test(response.headers()["content-type"] ?? "")) continue;
    if (response.status() >= 400) dead.push(`${address} answers ${response.status()}`);
    for (const link of await linksOn(page)) {
      const kind = kindOf(link);
      if (!link.startsWith(base) || known.has(kind)) continue;
      known.add(kind);
      waiting.push(link);
      const path = link.slice(base.length);
      found.push({ name: kind.replaceAll("/", " ").trim() || "home", path, as: person });
    }
  }
  await page.close();
  return { found, dead };
}

function byHand(found) {
  const visit = found.find((one) => /^\/child\/[^/]+\/visit$/.test(one.path));
  const decide = found.find((one) => /^\/contact\/[^/]+\/decide$/.test(one.path));
  const save = (page) =>
    Promise.all([
      page.waitForNavigation(),
      page.click("main form button[type=submit]:not([name]) >> nth=-1"),
    ]);
  const discussion = found.find((one) => /^\/child\/[^/]+\/discussion\/new$/.test(one.path));
  const plan = found.find((one) => /^\/child\/[^/]+\/plan\/write$/.test(one.path));
  const bring = found.find((one) => /^\/child\/[^/]+\/bring\/plan$/.test(one.path));
  const gap = found.find((one) => /^\/assessment\/[^/]+\/gap$/.test(one.path));
  const waiting = found.find((one) => /^\/signing\/[^/?]+$/.test(one.path));
  const giveBack = (page) =>
    Promise.all([page.waitForNavigation(), page.click('form[action$="/return"] button')]);
  // What was typed on the page before is kept as a draft and would be there again.
  const press = async (page) => {
    await page.$$eval("main form input[type=text], main form textarea", (boxes) => {
      for (const box of boxes) box.value = "";
    });
    return Promise.all([page.waitForNavigation(), page.click("main form button[type=submit]")]);
  };
  const event = found.find((one) => /^\/child\/[^/]+\/event\/new$/.test(one.path));
  const relative = found.find((one) => /^\/child\/[^/]+\/relative\/new$/.test(one.path));
  const form = (name) =>
    found.find((one) => new RegExp(`^/conference/[^/]+/${name}$`).test(one.path));
  const slots = found.find((one) => /^\/conferences\/diary\/[^/]+\/slots$/.test(one.path));
  const refused = (what, one) => ({
    name: `${what} refused`,
    path: one?.path,
    as: one?.as,
    act: save,
    status: 422,
  });
  const correction = found.find((one) => /^\/contact\/[^/]+\/correct$/.test(one.path));
  const withdrawal = found.find((one) => /^\/assessment\/[^/]+\/withdraw$/.test(one.path));
  const twice = found.find((one) => /^\/child\/[^/]+\/same-person$/.test(one.path));
  const somebodyElse = twice && { path: `${twice.path}?q=davies`, as: people[1] };
  const compare = (page) =>
    Promise.all([
      page.waitForNavigation(),
      page.click('a[href*="/same-person/"] >> nth=0'),
    ]);
  const genogram = found.find((one) => /^\/child\/[^/]+\/genogram$/.test(one.path));
  return [
    { name: "sign-in", path: "/sign-in" },
    { name: "sign-in refused", path: "/sign-in", act: press, status: 422 },
    { name: "not found", path: "/nothing-here", status: 404 },
    { name: "search nobody", path: "/search?q=Zzyzx", as: people[0] },
    { name: "search found", path: "/search?q=davies", as: people[0] },
    { name: "emergency", path: "/emergency/00000000-0000-4000-8000-000000000000", as: people[0] },
    { name: "emergency refused", path: "/emergency/00000000-0000-4000-8000-000000000000", as: people[0], act: press, status: 422 },
    { name: "emergencies", path: "/emergencies", as: people[1] },
    { name: "contact refused", path: "/front-door/new", as: people[3], act: save, status: 422 },
    { name: "report", path: "/refer" },
    { name: "report refused", path: "/refer", act: save, status: 422 },
    { name: "report checked", path: "/refer", act: (page) => fillReport(page, save) },
    {
      name: "report sent",
      path: "/refer",
      act: async (page) => {
        await fillReport(page, save);
        return save(page);
      },
    },
    { name: "answer", path: "/refer/answer" },
    { name: "answer refused", path: "/refer/answer", act: save, status: 422 },
    { name: "decision refused", path: decide?.path, as: people[3], act: save, status: 422 },
    { name: "visit refused", path: visit?.path, as: people[0], act: press, status: 422 },
    { name: "plan refused", path: plan?.path, as: people[0], act: save, status: 422 },
    { name: "bring refused", path: bring?.path, as: people[0], act: press, status: 422 },
    { name: "discussion refused", path: discussion?.path, as: people[0], act: press, status: 422 },
    { name: "gap refused", path: gap?.path, as: gap?.as, act: press, status: 422 },
    { name: "return refused", path: waiting?.path, as: waiting?.as, act: giveBack, status: 422 },
    { name: "event refused", path: event?.path, as: people[0], act: press, status: 422 },
    { name: "relative refused", path: relative?.path, as: people[0], act: press, status: 422 },
    refused("conference report", form("report")),
    refused("conference answer", form("answer")),
    refused("conference feedback", form("feedback")),
    refused("contact correction", correction),
    refused("assessment withdrawal", withdrawal),
    refused("slots", slots),
    refused("practice", { path: "/conferences/practice", as: people[2] }),
    { name: "same person searched for", ...somebodyElse },
    { name: "two records compared", ...somebodyElse, act: compare },
    {
      name: "genogram years ago",
      path: genogram && `${genogram.path}?on=2015-01-01`,
      as: people[0],
    },
  ].filter((one) => one.path);
}

export async function liveSite(browser, base, password) {
  const cookies = new Map();
  async function signIn(context, one) {
    // A busy machine is not a failing page.
    context.setDefaultTimeout(90_000);
    if (!one.as) return;
    if (!cookies.has(one.as)) {
      await fromServer.signIn(context, base, one.as, password);
      cookies.set(one.as, await context.cookies());
    }
    await context.addCookies(cookies.get(one.as));
  }
  const known = new Set([kindOf(`${base}/`)]);
  const pages = [];
  const dead = [];
  for (const person of people) {
    const context = await browser.newContext();
    await signIn(context, { as: person });
    const seen = await kindsSeenBy(context, base, person, known);
    pages.push(...seen.found);
    dead.push(...seen.dead);
    await context.close();
  }
  return {
    pages: [...pages, ...byHand(pages)],
    signIn,
    address: (_context, one, language) =>
      base + (language === "cy" ? `/cy${one.path}` : one.path).replace(/^\/cy\/$/, "/cy"),
    journeys: [
      { name: "no link leads nowhere", run: async () => dead },
      ...recordedVisit(base, people[0], password),
      ...familyJourneys(base, password),
      ...reportedWorry(base, people[3], password),
      ...keptOpenBoards(base, people[3], password),
      ...mergedRecords(base, people[1], password),
      ...rightsKept(base, { worker: people[0], manager: people[1] }, password),
      ...draftJourneys(base, people[0], password, people[1]),
    ],
  };
}
