// What people do from end to end, with the scripts switched off: every task must work without them.
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchWithProfile } from "./browser.mjs";

export const fromServer = {
  async signIn(context, base, name, password) {
    const page = await context.newPage();
    await page.goto(`${base}/sign-in`);
    await page.fill("input[name=name]", name);
    await page.fill("input[name=password]", password);
    await Promise.all([page.waitForNavigation(), page.click("main form button[type=submit]")]);
    if (new URL(page.url()).pathname.endsWith("/sign-in")) {
      throw new Error(`${name} could not sign in`);
    }
    await page.close();
  },
};

// Words no page of ours contains.
const marker = "kestrelwhimbrel";

const wanted = { outcome: "made", place: "home", seen: "yes", alone: "yes", bedroom: "yes" };

// Answers every question the page asks: as above where we know it, else the first choice.
async function answerEverything(page) {
  const groups = await page.$$eval("main form input[type=radio]", (radios) => [
    ...new Map(
      radios
        .filter((radio) => radio.closest("[class*=conditional]") === null)
        .map((radio) => [
          radio.name,
          {
            name: radio.name,
            question: radio.closest("[data-answer]")?.dataset.answer ?? "",
            values: radios.filter((one) => one.name === radio.name).map((one) => one.value),
          },
        ]),
    ).values(),
  ]);
  for (const { name, question, values } of groups) {
    const value = values.includes(wanted[question]) ? wanted[question] : values[0];
    await page.check(`input[name="${name}"][value="${value}"]`, { force: true });
  }
  for (const box of await page.$$("main form textarea")) {
    await box.fill(`She said the ${marker} came back.`);
  }
  // The first choice of a list is "not chosen".
  for (const list of await page.$$("main form select")) {
    await list.selectOption({ index: 1 });
  }
}

function filesBelow(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

function holds(file, words) {
  const bytes = readFileSync(file);
  return bytes.includes(words) || bytes.includes(Buffer.from(words, "utf16le"));
}

export function recordedVisit(base, person, password) {
  return [
    {
      name: "journey: a visit to a family is recorded without scripts",
      run: async (browser) => {
        const context = await browser.newContext({ javaScriptEnabled: false });
        await fromServer.signIn(context, base, person, password);
        const page = await context.newPage();
        await page.goto(`${base}/`);
        await Promise.all([
          page.waitForNavigation(),
          page.click('main a[href*="/child/"][href$="/visit"] >> nth=0'),
        ]);
        await answerEverything(page);
        await Promise.all([
          page.waitForNavigation(),
          page.click("main form button[type=submit] >> nth=-1"),
        ]);
        const saved = await page.$(".govuk-notification-banner--success");
        const errors = await page.$$eval(".govuk-error-summary li", (all) =>
          all.map((one) => one.textContent.trim()),
        );
        await context.close();
        return saved ? [] : ["the page does not say that the visit is saved", ...errors];
      },
    },
    {
      name: "journey: what was typed about a child is not on the phone's disk",
      run: async () => {
        const profile = mkdtempSync(join(tmpdir(), "gweld-phone-"));
        const context = await launchWithProfile(profile);
        try {
          await fromServer.signIn(context, base, person, password);
          const page = await context.newPage();
          await page.goto(`${base}/`);
          await Promise.all([
            page.waitForNavigation(),
            page.click('main a[href*="/child/"][href$="/visit"] >> nth=0'),
          ]);
          await answerEverything(page);
          // As long as Chromium takes to write its session down.
          await page.waitForTimeout(4000);
          await context.close();
          return filesBelow(profile)
            .filter((file) => holds(file, marker))
            .map((file) => `found in ${file.slice(profile.length)}`);
        } finally {
          await context.close().catch(() => {});
          rmSync(profile, { recursive: true, force: true });
        }
      },
    },
  ];
}
