// Looks at every page as people meet it: three widths, two languages, with and without
// JavaScript.
//
//   node tests/browser/run.mjs --base http://127.0.0.1:8080 --password PASSWORD [--shots DIR]
//   node tests/browser/run.mjs --gallery DIR     the static component pages
//   --assets DIR  style sheets and scripts from there: a change to them without building the program
//   --only TEXT   pages whose name contains TEXT
//   --part WHICH  pages, or journeys; without it both
//   --quick       a desk in English and a phone in Welsh, whose words are longer; JavaScript off in the
//                 journeys only, and of what takes long one language: what ./test has time for
//
// Prints "ok" and "not ok" lines and ends with "N passed, N failed"; exit code 1 if any failed.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { withBrowser } from "./browser.mjs";
import * as checks from "./checks.mjs";
import { serveGallery } from "./gallery.mjs";
import { liveSite } from "./pages.mjs";

const { values: options } = parseArgs({
  options: {
    base: { type: "string" },
    password: { type: "string" },
    gallery: { type: "string" },
    assets: { type: "string" },
    shots: { type: "string" },
    only: { type: "string", default: "" },
    part: { type: "string", default: "" },
    quick: { type: "boolean", default: false },
  },
});
const phone = 390;
const widthsIn = (language) => {
  if (!options.quick) return [1366, phone, 320];
  if (options.gallery) return [1366, phone];
  return language === "cy" ? [phone] : [1366];
};

let passed = 0;
let failed = 0;
function tell(name, complaints) {
  if (complaints.length === 0) {
    passed += 1;
    console.log(`ok - ${name}`);
    return;
  }
  failed += 1;
  console.log(`not ok - ${name}`);
  for (const complaint of complaints) console.log(`    ${complaint}`);
}

// Opens a page and keeps what came over the wire and what the console said.
async function open(context, address, act) {
  const page = await context.newPage();
  const loaded = [];
  const said = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("response", (response) => {
    const type = response.request().resourceType();
    if (response.status() >= 300 && response.status() < 400) return;
    // The browser may drop what it fetched for a page that is gone already, as its icon.
    const lost = () => ({ url: response.url(), type, text: "" });
    loaded.push(response.text().then((text) => ({ url: response.url(), type, text }), lost));
  });
  let response = await page.goto(address, { waitUntil: "load" });
  if (act) {
    await Promise.all(loaded);
    loaded.length = 0;
    [response] = await act(page);
  }
  // One page's worth: an act may go through several.
  const all = await Promise.all(loaded);
  const last = all.findLastIndex((one) => one.type === "document");
  return { page, said, status: response.status(), loaded: all.slice(Math.max(last, 0)) };
}

// A page without its scripts. (Switching JavaScript off would stop the checks' own as well.)
async function withoutScripts(context) {
  await context.route("**/*", async (route) => {
    const type = route.request().resourceType();
    if (type === "script") return route.abort();
    if (type !== "document") return route.continue();
    const response = await route.fetch({ maxRedirects: 0 });
    const body = (await response.text()).replace(/<script\b[\s\S]*?<\/script>/g, "");
    return route.fulfill({ response, body });
  });
}

async function withAssets(context, folder) {
  await context.route(/\/assets\/[^/]+$/, (route) => {
    // "app.3f2a9c1b5d.css" is app.css.
    const name = new URL(route.request().url()).pathname.split("/").at(-1);
    return route.fulfill({ path: join(folder, name.replace(/\.[0-9a-f]{10}\./, ".")) });
  });
}

// What one width and one language tell of all.
async function lookOnce({ page, said, status, loaded }, name, one) {
  const wanted = one.status ?? 200;
  const document = loaded.find((one) => one.type === "document");
  tell(`${name}: answers ${wanted}`, status === wanted ? [] : [`answered ${status}`]);
  tell(`${name}: valid HTML`, document.text ? await checks.validity(document.text) : ["lost"]);
  tell(`${name}: console and content policy are quiet`, wanted === 200 ? said : []);
  tell(`${name}: within its weight`, checks.weight(loaded));
  tell(`${name}: typed text stays off the disk`, await checks.typedTextStaysOffDisk(page));
  tell(`${name}: keyboard`, await checks.keyboard(page));
  tell(`${name}: prints`, await checks.paper(page));
}

async function lookAtWidth(page, name, width, shot) {
  tell(`${name} at ${width}: nothing moves`, await checks.layoutShift(page));
  tell(`${name} at ${width}: accessible`, await checks.accessibility(page));
  tell(`${name} at ${width}: no sideways scroll`, await checks.sideways(page));
  tell(`${name} at ${width}: nothing below 16 px`, await checks.smallText(page));
  if (shot) await page.screenshot({ path: shot, fullPage: true });
}

async function look(browser, site, one, language) {
  const widths = widthsIn(language);
  for (const scripts of options.quick ? [true] : [true, false]) {
    // The styles know nothing of scripts: without them one width tells.
    for (const width of scripts ? widths : [phone]) {
      const context = await browser.newContext({
        viewport: { width, height: width > 800 ? 900 : 844 },
        reducedMotion: "reduce",
        locale: language === "cy" ? "cy-GB" : "en-GB",
      });
      if (options.base && options.assets) await withAssets(context, options.assets);
      await site.signIn?.(context, one);
      const address = await site.address(context, one, language);
      if (!scripts) await withoutScripts(context);
      const name = `${one.name} ${language}${scripts ? "" : " without JavaScript"}`;
      const picture = `${one.name}-${language}-${width}.png`.replace(/[^\w.-]+/g, "-");
      const shot = options.shots && scripts ? join(options.shots, picture) : undefined;
      const opened = await open(context, address, one.act);
      await lookAtWidth(opened.page, name, width, shot);
      if (scripts && width === widths[0]) await lookOnce(opened, name, one);
      await context.close();
    }
  }
}

function site(browser) {
  return options.gallery
    ? serveGallery(options.gallery, options.assets ?? "build/assets")
    : liveSite(browser, options.base, options.password);
}

if (!options.gallery && !options.base) {
  console.error("run.mjs: --base URL or --gallery DIR is needed");
  process.exit(2);
}
if (options.shots) mkdirSync(options.shots, { recursive: true });
const failing = (name) => (error) => tell(name, [String(error).split("\n")[0]]);
const alone = (name, use) => withBrowser(use).catch(failing(name));

// One browser for a handful of pages: starting one costs more than a page does, and one that falls
// over takes few with it.
const handful = 12;
function inHandfuls(pages, language) {
  const all = [];
  for (let at = 0; at < pages.length; at += handful) all.push({ pages: pages.slice(at, at + handful), language });
  return all;
}
function lookAtFew({ pages, language }) {
  return alone(`${pages[0].name} ${language} and those after it`, async (browser) => {
    for (const one of pages) {
      await look(browser, chosen, one, language).catch(failing(`${one.name} ${language}`));
    }
  });
}

const chosen = await withBrowser(site);
const named = chosen.pages.filter((page) => page.name.includes(options.only));
// Two browsers at once: two cores. Each takes the next handful when it is done with one.
if (options.part !== "journeys") {
  const handfuls = ["en", "cy"].flatMap((language) => inHandfuls(
    named.filter((one) => (one.languages ?? ["en", "cy"]).includes(language)), language));
  const takeNext = async () => {
    for (let next = handfuls.shift(); next; next = handfuls.shift()) await lookAtFew(next);
  };
  await Promise.all([takeNext(), takeNext()]);
}
const journeys = options.part === "pages" ? [] : chosen.journeys.filter((one) => !(options.quick && one.slow));
for (const journey of journeys.filter((one) => one.name.includes(options.only))) {
  await alone(journey.name, async (browser) => tell(journey.name, await journey.run(browser)));
}
chosen.close?.();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
