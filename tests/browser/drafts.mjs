// Nothing typed is lost: tabs killed, sessions ended, networks cut, Back, reload, double clicks, two
// people at once. In English and in Welsh.
import { holds, inLanguage, save, words } from "./drafts_parts.mjs";
import { twoPeople } from "./drafts_two_people.mjs";
import { fromServer } from "./journeys.mjs";

const most = 5000; // of typing lost, in milliseconds
const box = "textarea[name=what]";
const state = "[data-unsaved-state]";

// A second of typing, so that what was lost can be told in time and not only in words.
async function typeFor(page, where, milliseconds) {
  const typed = [];
  await page.focus(where);
  const begin = Date.now();
  for (let n = 1; Date.now() - begin < milliseconds; ++n) {
    await page.keyboard.type(`w${n} `);
    typed.push({ word: `w${n} `, at: Date.now() });
    await page.waitForTimeout(200);
  }
  return typed;
}

// Everything typed longer ago than `most` before the end has to be there.
function lostOf(typed, kept, end) {
  return typed
    .filter(({ word, at }) => end - at > most && !kept.includes(word))
    .map(({ word, at }) => `${word}typed ${end - at} ms before the end is lost`);
}

async function saidState(page, wanted) {
  try {
    await page.waitForFunction(
      ([where, text]) => document.querySelector(where)?.textContent?.includes(text),
      [state, wanted],
      { timeout: 15000 },
    );
    return [];
  } catch {
    return [`says "${await page.textContent(state)}", not "${wanted}"`];
  }
}

async function fillEvent(page, text) {
  const today = new Date(Date.parse("2026-11-20"));
  await page.fill("input[name=on-day]", String(today.getUTCDate()));
  await page.fill("input[name=on-month]", String(today.getUTCMonth() + 1));
  await page.fill("input[name=on-year]", String(today.getUTCFullYear()));
  await page.fill("input[name=source]", "School");
  await page.fill(box, text);
}

const timesOnPage = async (page, text) => (await page.textContent("main")).split(text).length - 1;

export function draftJourneys(base, person, password, another) {
  async function firstChild(page) {
    await page.goto(`${base}/work`);
    const all = await page.$$eval("main a", (links) => links.map((a) => a.getAttribute("href")));
    return all.find((href) => /^\/child\/[0-9a-f-]{36}$/.test(href));
  }

  // In the quick suite each is made in one of the languages, turn about: they wait for seconds to
  // pass, about eight each.
  let nth = 0;
  function journey(name, act) {
    const quickly = ["en", "cy"][(nth += 1) % 2];
    return ["en", "cy"].map((language) => ({
      slow: language !== quickly,
      name: `journey: drafts, ${name}, ${language}`,
      run: async (browser) => {
        const context = await browser.newContext();
        context.setDefaultTimeout(60_000);
        await fromServer.signIn(context, base, person, password);
        const page = await context.newPage();
        const child = await firstChild(page);
        const path = `${child}/event/new`;
        const there = {
          browser,
          context,
          page,
          child,
          say: words[language],
          language,
          form: base + inLanguage(language, path),
          // Whatever another journey left behind.
          async fresh() {
            await page.goto(`${base}/drafts`);
            for (let left = 200; left > 0; left -= 1) {
              const button = await page.$('form[action$="/throw-away"] button');
              if (!button) break;
              await Promise.all([page.waitForNavigation(), button.click()]);
            }
            await page.goto(there.form);
          },
        };
        try {
          await there.fresh();
          return await act(there);
        } finally {
          await context.close();
        }
      },
    }));
  }

  return [
    ...journey("a killed tab", async ({ context, page, form, say }) => {
      const typed = await typeFor(page, box, 9000);
      const end = Date.now();
      const devtools = await context.newCDPSession(page);
      await Promise.race([
        devtools.send("Page.crash").catch(() => {}),
        new Promise((go) => setTimeout(go, 1000)),
      ]);
      const next = await context.newPage();
      await next.goto(form);
      const complaints = lostOf(typed, await next.inputValue(box), end);
      if (!(await holds(next, say.begun))) complaints.push("does not say that it was begun before");
      return complaints;
    }),

    ...journey("a browser that is gone", async ({ browser, page, form, context }) => {
      const typed = await typeFor(page, box, 7000);
      const end = Date.now();
      await context.setOffline(true); // no last word
      await context.close();
      const again = await browser.newContext();
      await fromServer.signIn(again, base, person, password);
      const next = await again.newPage();
      await next.goto(form);
      const lost = lostOf(typed, await next.inputValue(box), end);
      await again.close();
      return lost;
    }),

    ...journey("a closed tab", async ({ context, page, form }) => {
      await page.fill(box, "the last word");
      await page.close({ runBeforeUnload: false });
      const next = await context.newPage();
      await next.waitForTimeout(500);
      await next.goto(form);
      const kept = await next.inputValue(box);
      return kept === "the last word" ? [] : [`"${kept}" was kept`];
    }),

    ...journey("an ended session", async ({ context, page, form, say, child }) => {
      await fillEvent(page, "before the session ended");
      const complaints = await saidState(page, say.kept);
      await context.clearCookies();
      await page.fill(box, "typed after the session ended");
      complaints.push(...(await saidState(page, say.signedOut)));
      await fromServer.signIn(context, base, person, password);
      complaints.push(...(await saidState(page, say.kept)));
      const other = await context.newPage();
      await other.goto(form);
      if ((await other.inputValue(box)) !== "typed after the session ended") {
        complaints.push("the text is not in the draft after signing in again");
      }
      await other.close();
      await Promise.all([page.waitForNavigation(), page.click(save)]);
      if (!page.url().includes("saved=")) complaints.push(`not saved: ${page.url()}`);
      await page.goto(`${base}${child}/chronology`);
      const count = await timesOnPage(page, "typed after the session ended");
      await page.goto(form);
      if (await holds(page, say.begun)) complaints.push("the draft is still there");
      return count >= 1 ? complaints : [...complaints, "it is not on the record"];
    }),

    ...journey("sent after the session ended", async ({ context, page, form, say }) => {
      await fillEvent(page, "sent when nobody was signed in");
      await context.clearCookies();
      await Promise.all([page.waitForNavigation(), page.click(save)]);
      await page.fill("input[name=name]", person);
      await page.fill("input[name=password]", password);
      await Promise.all([page.waitForNavigation(), page.click("main form button[type=submit]")]);
      const complaints = [];
      if (page.url() !== form) complaints.push(`came to ${page.url()}`);
      if ((await page.inputValue(box)) !== "sent when nobody was signed in") {
        complaints.push("the text is not in the form");
      }
      if (!(await holds(page, say.begun))) complaints.push("does not say where it comes from");
      return complaints;
    }),

    ...journey("somebody else signs in", async ({ context, page, form, say, language }) => {
      await page.fill(box, "not for other eyes");
      await saidState(page, say.kept);
      await context.clearCookies();
      await fromServer.signIn(context, base, another, password);
      await page.fill(box, "not for other eyes at all");
      const complaints = await saidState(page, say.others);
      const other = await context.newPage();
      await other.goto(base + inLanguage(language, "/drafts"));
      if (await holds(other, "/event/new")) complaints.push("it is among the other's drafts");
      await page.click(save);
      await page.waitForTimeout(3000);
      if (!page.url().endsWith("/event/new")) complaints.push(`it went to ${page.url()}`);
      await context.clearCookies();
      await fromServer.signIn(context, base, person, password);
      complaints.push(...(await saidState(page, say.kept)));
      await other.goto(form);
      if ((await other.inputValue(box)) !== "not for other eyes at all") {
        complaints.push("its writer does not have it back");
      }
      return complaints;
    }),

    ...journey("a dead network", async ({ context, page, form, say }) => {
      await fillEvent(page, "before the network died");
      const complaints = await saidState(page, say.kept);
      await context.setOffline(true);
      await page.fill(box, "typed without a network");
      complaints.push(...(await saidState(page, say.offline)));
      await page.click(save);
      complaints.push(...(await saidState(page, say.notSent)));
      if ((await page.inputValue(box)) !== "typed without a network") {
        complaints.push("the text is gone from the page");
      }
      await context.setOffline(false);
      complaints.push(...(await saidState(page, say.kept)));
      const other = await context.newPage();
      await other.goto(form);
      if ((await other.inputValue(box)) !== "typed without a network") {
        complaints.push("what was typed without a network was not kept afterwards");
      }
      await other.close();
      await page.waitForTimeout(1200);
      await Promise.all([page.waitForNavigation(), page.click(save)]);
      return page.url().includes("saved=") ? complaints : [...complaints, "not saved afterwards"];
    }),

    ...journey("reload, Back and the other language", async ({ page, form, say, language }) => {
      const complaints = [];
      const there = async (when) => {
        const now = await page.inputValue(box);
        if (now !== "What I have so far.") complaints.push(`${when}: "${now}"`);
      };
      await page.fill(box, "What I have so far.");
      await Promise.all([page.waitForNavigation(), page.click(save)]); // refused: no day
      await there("after it was refused");
      await saidState(page, say.kept);
      const link = page.locator('.app-header a[hreflang], header a[hreflang], a[lang="cy"], a[lang="en"]');
      await Promise.all([page.waitForNavigation(), link.first().click()]);
      await there("in the other language");
      if (page.url().includes("/cy/") === (language === "cy")) {
        complaints.push(`still ${page.url()}`);
      }
      await page.goto(form);
      await there("opened again");
      await page.reload();
      await there("after a reload");
      await page.goto(`${base}/work`);
      await page.goBack();
      await there("after Back");
      return complaints;
    }),

    ...journey("a double click and Back after saving", async ({ page, form, child, say, language }) => {
      const text = `Pressed twice (${language}).`;
      await fillEvent(page, text);
      const complaints = [];
      // As fast as no hand is, and past the script that spares the second page load.
      await page.evaluate(() => {
        document.addEventListener(
          "submit",
          (event) => delete event.target.dataset.sent,
          { capture: true },
        );
      });
      await Promise.all([
        page.waitForURL((url) => url.search.includes("saved=")),
        page.dblclick(save),
      ]);
      await page.goBack();
      if (await holds(page, say.begun)) complaints.push("a ghost of what was saved");
      await page.goto(`${base}${child}/chronology`);
      const once = await timesOnPage(page, text);
      await page.goto(form);
      // The same form sent three times at once, as by a browser that tries again.
      await fillEvent(page, text);
      const statuses = await page.evaluate(async () => {
        const sent = document.querySelector("main form:has([data-unsaved])");
        const body = new URLSearchParams(new FormData(sent));
        body.set("what", "Sent three times.");
        const all = [1, 2, 3].map(() =>
          fetch(sent.action, { method: "POST", body, redirect: "manual" }).then((one) => one.type),
        );
        return Promise.all(all);
      });
      if (statuses.some((one) => one !== "opaqueredirect")) complaints.push(statuses.join());
      await page.goto(`${base}${child}/chronology`);
      const thrice = await timesOnPage(page, "Sent three times.");
      const before = language === "cy" ? 1 : 0; // the English journey went first
      if (once !== 1) complaints.push(`pressed twice, recorded ${once} times`);
      if (thrice - before > 1 || thrice === 0) complaints.push(`recorded ${thrice} times`);
      return complaints;
    }),

    ...journey("starting again and bringing it back", async ({ page, form, say }) => {
      await page.fill(box, "thrown away by mistake");
      await saidState(page, say.kept);
      await page.goto(form);
      await Promise.all([page.waitForNavigation(), page.click("#begun button")]);
      const complaints = (await page.inputValue(box)) === "" ? [] : ["it is still there"];
      await page.goto(`${base}/drafts`);
      await Promise.all([
        page.waitForNavigation(),
        page.click('form[action$="/bring-back"] button >> nth=0'),
      ]);
      await page.goto(form);
      return (await page.inputValue(box)) === "thrown away by mistake"
        ? complaints
        : [...complaints, "it did not come back"];
    }),

    ...journey("nothing lies on the machine", async ({ page, say }) => {
      await page.fill(box, "kestrel and whimbrel");
      await saidState(page, say.kept);
      const stored = await page.evaluate(async () =>
        JSON.stringify([
          { ...localStorage },
          { ...sessionStorage },
          (await indexedDB.databases?.()) ?? [],
          await caches.keys(),
        ]),
      );
      return stored === "[{},{},[],[]]" ? [] : [stored];
    }),

    ...twoPeople(base, person, another, password),
  ];
}
