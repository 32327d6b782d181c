// The out-of-hours pack in a real Chromium, opened from the disk with no server and no network; and
// handing in afterwards who was looked up.
//
//   node tests/browser/pack.mjs --gweld PATH/TO/gweld [--shots DIR]
//
// Prints "ok" and "not ok" lines and ends with "N passed, N failed".
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { withBrowser } from "./browser.mjs";
import * as checks from "./checks.mjs";
import * as counties from "./counties.mjs";

const { values: options } = parseArgs({ options: { gweld: { type: "string" }, shots: { type: "string" } } });
const place = mkdtempSync(join(tmpdir(), "gweld-pack-"));
const codeFile = join(place, "code");
const now = "2026-11-24T18:00:00Z";
const address = pathToFileURL(join(place, "gweld-out-of-hours.html")).href;

const gweld = (...asked) => execFileSync(options.gweld, asked).toString();
if (options.shots) mkdirSync(options.shots, { recursive: true });

async function open(browser, { width = 1366, locale = "en-GB" } = {}) {
  const context = await browser.newContext({
    viewport: { width, height: 900 }, locale, acceptDownloads: true, reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.complaints = [];
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") page.complaints.push(message.text());
  });
  await page.goto(address);
  return page;
}
const seen = (page, selector) => page.locator(`${selector} >> visible=true`);
async function unlock(page, code, reader = "Mair ar alwad") {
  await seen(page, "[data-reader]").fill(reader);
  await seen(page, "[data-code]").fill(code);
  await seen(page, "[data-unlock] button").click();
}
async function shot(page, name) {
  if (options.shots) await page.screenshot({ path: join(options.shots, `${name}.png`), fullPage: true });
}
async function accessible(page, name) {
  const found = [...(await checks.accessibility(page)), ...(await checks.sideways(page))];
  assert.deepEqual(found, [], name);
}

const county = counties.make(options.gweld, place, "pack", now);
const code = gweld("out-of-hours", "code").trim();
writeFileSync(codeFile, code);
gweld("out-of-hours", "make", "--data", county, "--now", now, "--to", place, "--code", codeFile);
// A child of the register, by everything they are found by.
const [id, surname, forename, postcode] = counties.ask(
  county,
  `SELECT ${counties.hex("p.person")}, p.surname, p.forename, a.postcode
   FROM registration r JOIN person p ON p.person = r.child JOIN address a ON a.person = p.person
   WHERE r.end_day IS NULL AND a.until_day IS NULL AND a.postcode <> '' ORDER BY 2, 3 LIMIT 1`,
).split("|");

const journeys = {
  async "nothing of anybody stands in the file"() {
    const text = readFileSync(join(place, "gweld-out-of-hours.html"), "utf8");
    for (const word of [surname, forename, postcode]) assert.ok(!text.includes(word), word);
  },

  async "another code opens nothing, and a name is asked for"(browser) {
    const page = await open(browser);
    await accessible(page, "door");
    await shot(page, "door");
    await unlock(page, code, "");
    await seen(page, "[data-nameless]").waitFor();
    await unlock(page, `${code.slice(0, -1)}${code.endsWith("a") ? "b" : "a"}`);
    await seen(page, "[data-wrong]").waitFor();
    assert.equal(await page.locator("[data-record]").count(), 0);
    assert.deepEqual(page.complaints, []);
  },

  async "found by name, postcode and date of birth; who was opened is saved and handed in"(browser) {
    const page = await open(browser);
    await unlock(page, code.toUpperCase());
    const find = seen(page, "[data-find]");
    assert.equal(await seen(page, "[data-child]").count(), 0, "nobody before anybody is looked for");
    await accessible(page, "inside");
    await shot(page, "inside");
    const born = Number(counties.ask(county, `SELECT born FROM person WHERE ${counties.hex("person")} = '${id}'`));
    const day = new Date(born * 86_400_000);
    const asTyped = `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`;
    for (const typed of [postcode.replace(" ", ""), asTyped, `${forename} ${surname}`]) {
      await find.fill(typed);
      const names = await seen(page, "[data-child]").allTextContents();
      assert.ok(names.some((one) => one.includes(forename)), `${typed}: ${names}`);
    }
    await find.fill("zzzz nobody");
    await seen(page, "[data-none]").waitFor();
    await find.fill(`${forename} ${surname}`);
    await seen(page, "[data-open]").first().click();
    assert.match(await seen(page, "[data-record]").textContent(), /If things get worse/);
    await accessible(page, "a record");
    await shot(page, "record");
    const [download] = await Promise.all([page.waitForEvent("download"), seen(page, "[data-keep]").click()]);
    assert.match(download.suggestedFilename(), /^gweld-looks-\d{4}-\d\d-\d\d\.txt$/);
    const list = join(place, "looks.txt");
    await download.saveAs(list);
    assert.match(readFileSync(list, "utf8"), /^gweld-looks 1\nlist [-0-9a-f]{36} \S+ Mair ar alwad\nlook [-0-9a-f]{36} \S+\n$/);
    assert.deepEqual(page.complaints, []);
    await page.reload(); // the list is kept on the machine until somebody takes it
    await seen(page, "[data-left] button").waitFor();
    await handIn(browser, list);
  },

  async "in Welsh, on a phone, and closed again when it is left alone"(browser) {
    const page = await open(browser, { width: 390, locale: "cy-GB" });
    await seen(page, "h1").getByText("Pecyn y tu allan i oriau").waitFor();
    await accessible(page, "door, Welsh");
    await page.clock.install();
    await unlock(page, code);
    await seen(page, "[data-find]").fill(surname);
    await seen(page, "[data-open]").first().click();
    assert.match(await seen(page, "[data-record]").textContent(), /Os bydd pethau’n gwaethygu/);
    await accessible(page, "a record, Welsh");
    await shot(page, "record-cy-phone");
    await seen(page, "[data-keep]").click();
    await page.clock.fastForward(16 * 60_000);
    await seen(page, "[data-unlock]").waitFor();
    assert.equal(await page.locator("[data-record]").count(), 0);
  },
};

// With the server there again. The looks were made by this machine's clock.
async function handIn(browser, list) {
  const port = await new Promise((resolve) => {
    const asking = net.createServer().listen(0, "127.0.0.1", () => {
      const { port: free } = asking.address();
      asking.close(() => resolve(free));
    });
  });
  const text = readFileSync(list, "utf8").replace(/^look (\S+) .*$/m, `look $1 2026-11-24T18:00:30Z`);
  writeFileSync(list, text);
  const server = spawn(options.gweld, ["serve", "--demo", "--data", county, "--port", String(port),
    "--out-of-hours", place, "--out-of-hours-code", codeFile], { stdio: "ignore" });
  try {
    const base = `http://127.0.0.1:${port}`;
    for (let tries = 0; tries < 200; tries += 1) {
      if (await fetch(`${base}/sign-in`).then((a) => a.ok, () => false)) break;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const page = await (await browser.newContext({ viewport: { width: 1366, height: 900 } })).newPage();
    await page.goto(`${base}/sign-in?back=/front-door`);
    await page.fill("input[name=name]", "dewi.parry");
    await page.fill("input[name=password]", "gweld-demo-county");
    await page.click("main form button[type=submit]");
    await page.click("text=Out-of-hours pack");
    await page.waitForURL(/out-of-hours$/);
    await shot(page, "page");
    await page.click("text=Hand in a list");
    await page.setInputFiles("input[name=file]", list);
    await page.click("main form button[type=submit]");
    await page.waitForSelector("text=The list is handed in");
    const uuid = id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
    await page.goto(`${base}/child/${uuid}/looks`);
    assert.match(await page.textContent("main"), /Mair ar alwad/);
  } finally {
    server.kill();
  }
}

let passed = 0;
let failed = 0;
for (const [name, journey] of Object.entries(journeys)) {
  try {
    await withBrowser(journey);
    passed += 1;
    console.log(`ok - pack: ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`not ok - pack: ${name}`);
    console.log(String(error.stack ?? error).split("\n").slice(0, 12).map((line) => `    ${line}`).join("\n"));
  }
}
rmSync(place, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
