// The front door kept open all day: it says that something came in, that its reader is signed out,
// and that the server is away; and moves nothing by itself.
import * as checks from "./checks.mjs";
import { fromServer } from "./journeys.mjs";
import { fillReport } from "./reporting.mjs";

async function somethingComesIn(browser, base) {
  const outside = await browser.newContext();
  const partner = await outside.newPage();
  const press = () =>
    Promise.all([
      partner.waitForNavigation(),
      partner.click("main form button[type=submit]:not([name]) >> nth=-1"),
    ]);
  await partner.goto(`${base}/refer`);
  await fillReport(partner, press);
  await press();
  await outside.close();
}

// As when somebody comes back to the tab: the page does not wait out its twenty seconds.
async function looksAgain(page, words) {
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await page
    .waitForFunction((expected) => document.querySelector("[data-board] p").textContent.includes(expected), words, {
      timeout: 5000,
    })
    .catch(() => {});
  return page.textContent("[data-board] p");
}

const told = (page, which) => page.getAttribute("[data-board]", `data-words-${which}`);

async function keptOpen(browser, base, worker, password, language) {
  const faults = [];
  const expect = (holds, what) => (holds ? undefined : faults.push(what));
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  try {
    await fromServer.signIn(context, base, worker, password);
    const page = await context.newPage();
    await page.goto(`${base}${language}/front-door?show=nobody`);
    const rows = await page.$$eval("main tbody tr", (all) => all.length);
    expect((await looksAgain(page, "no words")) === "", "it says something while all stands");
    await somethingComesIn(browser, base);
    const changed = await told(page, "changed");
    expect((await looksAgain(page, changed)).startsWith(changed), "a new contact is not told of");
    expect((await page.$$eval("main tbody tr", (all) => all.length)) === rows, "it moved by itself");
    for (const one of [...(await checks.accessibility(page)), ...(await checks.sideways(page))]) faults.push(one);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/board${language.slice(1)}.png` });

    await context.setOffline(true);
    await looksAgain(page, "no words"); // one lost answer says nothing
    const away = await told(page, "away");
    expect((await looksAgain(page, away)) === away, "that the server is away is not told");
    await context.setOffline(false);
    expect((await looksAgain(page, changed)).startsWith(changed), "it does not come back");

    await Promise.all([page.waitForNavigation(), page.click("[data-board] a")]);
    expect((await looksAgain(page, "no words")) === "", "what is shown anew does not stand");
    expect(new URL(page.url()).search === "?show=nobody", "what was chosen is lost");
    await context.clearCookies();
    const out = await told(page, "signed-out");
    expect((await looksAgain(page, out)).startsWith(out), "that one is signed out is not told");
  } catch (fault) {
    faults.push(String(fault.message ?? fault));
  } finally {
    await context.close();
  }
  return faults;
}

export function keptOpenBoards(base, worker, password) {
  return [
    { name: "in English", language: "" },
    { name: "in Welsh", language: "/cy" },
  ].map(({ name, language }) => ({
    name: `journey: the front door is kept open, ${name}`,
    run: (browser) => keptOpen(browser, base, worker, password, language),
  }));
}
