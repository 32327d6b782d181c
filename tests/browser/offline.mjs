// Recording visits without signal, in a real Chromium with its profile on disk, as on a phone.
//
//   node tests/browser/offline.mjs --gweld PATH/TO/gweld [--shots DIR] [--only TEXT] [--port N]
//
// Between the browser and the server stands a wire that can be cut: Playwright's own offline switch
// does not reach a service worker. Prints "ok" and "not ok" lines and ends with "N passed, N failed".
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { launchWithProfile } from "./browser.mjs";
import * as checks from "./checks.mjs";
import * as counties from "./counties.mjs";

const { values: options } = parseArgs({
  options: {
    gweld: { type: "string" },
    shots: { type: "string" },
    only: { type: "string", default: "" },
    port: { type: "string", default: "0" },
  },
});
const worker = "catrin.hughes";
const colleague = "rhian.ellis";
const password = "gweld-demo-county";
const code = "kestrel7";
const day = 24 * 3600_000;
const place = mkdtempSync(join(tmpdir(), "gweld-offline-"));
let made = "";
let county = "";

const freePort = () =>
  new Promise((resolve) => {
    const asking = net.createServer().listen(Number(options.port), "127.0.0.1", () => {
      const { port } = asking.address();
      asking.close(() => resolve(port));
    });
  });

// ---- the server, and the wire to it ------------------------------------------------------------
class Wire {
  sockets = new Set();
  state = "whole"; // deaf: what is asked arrives, no answer comes back
  async lay(to) {
    this.to = to;
    this.port = await freePort();
    await this.mend();
  }
  mend() {
    this.state = "whole";
    if (this.listening) return Promise.resolve();
    this.listening = net.createServer((client) => {
      const server = net.connect(this.to, "127.0.0.1");
      for (const one of [client, server]) {
        this.sockets.add(one);
        one.on("error", () => undefined);
        one.on("close", () => {
          this.sockets.delete(one);
          client.destroy();
          server.destroy();
        });
      }
      client.on("data", (bytes) => server.write(bytes));
      server.on("data", (bytes) => (this.state === "deaf" ? client.destroy() : client.write(bytes)));
    });
    return new Promise((resolve) => this.listening.listen(this.port, "127.0.0.1", resolve));
  }
  deafen() {
    this.state = "deaf";
  }
  async cut() {
    const listening = this.listening;
    this.listening = undefined;
    for (const one of this.sockets) one.destroy();
    await new Promise((resolve) => listening.close(resolve));
  }
}

// A county of each journey's own: what one records is not "beside" another's visit.
async function serve(number) {
  county = counties.copy(made, place, `offline${number}`);
  const port = await freePort();
  const server = spawn(
    options.gweld,
    ["serve", "--demo", "--data", county, "--port", String(port), ...counties.served(place, `offline${number}`)],
    { stdio: "ignore" },
  );
  for (let tries = 0; tries < 200; tries += 1) {
    const up = await fetch(`http://127.0.0.1:${port}/sign-in`).then((a) => a.ok, () => false);
    if (up) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return { server, port };
}

const entries = (kind, words) =>
  Number(counties.ask(county, `SELECT count(*) FROM entry WHERE kind='${kind}' AND body LIKE '%${words}%'`));

// ---- the phone -----------------------------------------------------------------------------------
// The phone's clock is what the machine's is, and as much more as was last said.
function shiftClock() {
  const real = Date;
  const shift = Number(localStorage.getItem("test-clock") ?? 0);
  class Shifted extends real {
    constructor(...given) {
      if (given.length > 0) super(...given);
      else super(real.now() + shift);
    }
    static now() {
      return real.now() + shift;
    }
  }
  globalThis.Date = Shifted;
}

class Phone {
  constructor(wire, language = "") {
    this.wire = wire;
    this.language = language;
    this.base = `http://localhost:${wire.port}`;
    this.profile = mkdtempSync(join(place, "phone-"));
    this.complaints = [];
  }
  async start() {
    this.context = await this.launch().catch(() => this.launch()); // a busy machine may be too slow once
    this.context.setDefaultTimeout(60_000);
    await this.context.addInitScript(shiftClock);
    this.page = await this.open();
  }
  launch() {
    return launchWithProfile(this.profile, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      locale: "en-GB",
      timezoneId: "Europe/London",
      reducedMotion: "reduce",
    });
  }
  async open() {
    const page = await this.context.newPage();
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) this.complaints.push(message.text());
    });
    return page;
  }
  // The browser ends and begins again. It forgets a session; most phones bring it back with the tab.
  async kill() {
    const cookies = await this.context.cookies();
    await this.context.close();
    await this.start();
    await this.context.addCookies(cookies);
  }
  async noSignal() {
    await this.wire.cut();
    await this.context.setOffline(true);
  }
  async signal() {
    await this.wire.mend();
    await this.context.setOffline(false);
  }
  async setClock(milliseconds) {
    await this.page.evaluate((n) => localStorage.setItem("test-clock", String(n)), milliseconds);
    await this.goto("/offline/visit");
  }
  goto(path) {
    return this.page.goto(this.base + this.language + path);
  }
  async signIn(name = worker) {
    await this.goto("/sign-in");
    await this.page.fill("input[name=name]", name);
    await this.page.fill("input[name=password]", password);
    await Promise.all([this.page.waitForNavigation(), this.page.click("main form button[type=submit]")]);
  }
  signOut() {
    return Promise.all([this.page.waitForNavigation(), this.page.click('form[action$="/sign-out"] button')]);
  }
  async getReady() {
    await this.goto("/offline");
    await this.page.check('input[name="home"] >> nth=0', { force: true });
    await this.page.fill("#code", code);
    await this.page.fill("#code-again", code);
    await this.page.click("form[data-get-ready] > button");
    await this.page.waitForSelector("[data-ready]:not([hidden])");
  }
  async openForm() {
    await this.goto("/offline/visit");
    await this.page.waitForSelector("html[data-ready=yes]");
  }
  async unlock(with_ = code) {
    await this.page.fill("#code", with_);
    await this.page.click("[data-stage=locked] button");
  }
  async toHome() {
    await this.openForm();
    await this.unlock();
    await this.page.click("[data-homes] button >> nth=0");
    await this.page.waitForSelector("[data-stage=form]:not([hidden])");
  }
  choose(name, value) {
    return this.page.check(`input[name^="${name}"][value="${value}"] >> visible=true`, { force: true });
  }
  // Everybody seen, alone, with the bedroom.
  async fill(account) {
    const { page } = this;
    await page.check('input[name="outcome"][value="made"]', { force: true });
    await page.check('input[name="when"][value="today"]', { force: true });
    await page.check('input[name="place"][value="home"]', { force: true });
    await page.check('input[name="announced"][value="unannounced"]', { force: true });
    for (const question of ["seen", "alone", "bedroom"]) {
      for (const radio of await page.$$(`input[name^="${question}-"][value="yes"]`)) {
        await radio.check({ force: true });
      }
    }
    await page.fill('textarea[name^="words-"] >> nth=0', "Dw i eisiau Nain");
    await page.selectOption('select[name^="language-"] >> nth=0', "cy");
    await page.fill('textarea[name="account"]', account);
  }
  save() {
    return this.page.click('[data-visit] button[name="save"][value="whole"]');
  }
  async write(account) {
    await this.toHome();
    await this.fill(account);
    await this.save();
    await this.page.waitForSelector("[data-note]:not([hidden])");
  }
  states(page = this.page) {
    return page.$$eval("[data-items] li", (all) => all.map((one) => one.dataset.state));
  }
  // Newest first, as on the screen.
  async until(wanted, page = this.page) {
    for (let tries = 0; tries < 300; tries += 1) {
      if (JSON.stringify(await this.states(page)) === JSON.stringify(wanted)) return;
      await page.waitForTimeout(100);
    }
    const said = await page.innerText("[data-offline]").catch(() => "");
    assert.deepEqual(await this.states(page), wanted, `${await this.states(page)}, not ${wanted}: ${said}`);
  }
  sum() {
    return this.page.textContent("[data-sum]");
  }
  shot(name) {
    return options.shots
      ? this.page.screenshot({ path: join(options.shots, `${name}.png`), fullPage: true })
      : undefined;
  }
  async accessible(name) {
    const found = [...(await checks.accessibility(this.page)), ...(await checks.sideways(this.page))];
    assert.deepEqual(found, [], name);
  }
  close() {
    return this.context?.close();
  }
}

// Everything readable in every database of the page.
const readable = (page) =>
  page.evaluate(async () => {
    let told = JSON.stringify(localStorage);
    const say = (value) => {
      if (value instanceof ArrayBuffer) told += new TextDecoder().decode(value);
      else if (ArrayBuffer.isView(value)) told += new TextDecoder().decode(value);
      else if (value && typeof value === "object") Object.values(value).forEach(say);
      else told += String(value);
    };
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
      });
      for (const store of database.objectStoreNames) {
        const all = await new Promise((resolve) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
        });
        all.forEach(say);
      }
      database.close();
    }
    for (const key of await caches.keys()) {
      const cache = await caches.open(key);
      for (const request of await cache.keys()) told += await (await cache.match(request)).text();
    }
    return told;
  });

function onDisk(folder, words) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return onDisk(path, words);
    if (!entry.isFile()) return [];
    const bytes = readFileSync(path);
    const found = words.filter((one) => bytes.includes(one) || bytes.includes(Buffer.from(one, "utf16le")));
    return found.map((one) => `${path}: ${one}`);
  });
}

// ---- what is tried ---------------------------------------------------------------------------
const journeys = {
  async "no signal: the list, the form, killed while writing, sent exactly once"(phone) {
    await phone.signIn();
    await phone.goto("/work");
    await phone.page.click('a[href$="/offline"]');
    await phone.shot("ready");
    await phone.accessible("get ready");
    await phone.getReady();
    await phone.shot("ready-done");
    const names = await phone.page.$$eval(".app-carry label", (all) => all.map((one) => one.textContent));
    await phone.noSignal();
    await phone.goto("/work");
    assert.equal(new URL(phone.page.url()).pathname, "/offline/visit", "a bookmark leads to the form");
    assert.match(await phone.page.textContent("[data-net=off]"), /No signal/);
    const kept = await readable(phone.page);
    const people = names.join(" ").match(/\p{Lu}\p{L}{4,}/gu);
    assert.ok(people.length > 3);
    for (const name of people) assert.ok(!kept.includes(name), `${name} can be read on the phone`);
    await phone.shot("locked");
    await phone.toHome();
    await phone.accessible("form");
    await phone.save();
    await phone.page.waitForSelector("[data-problems]:not([hidden])");
    await phone.shot("problems");
    await phone.accessible("problems");
    await phone.fill("kestrelwhimbrel in the kitchen");
    assert.match(await phone.page.textContent("[data-counts]"), /Seen alone/);
    await phone.page.waitForSelector("[data-draft]:not(:empty)");
    await phone.accessible("form filled in");
    await phone.shot("form");
    await phone.kill();
    await phone.context.setOffline(true);
    await phone.toHome();
    assert.equal(await phone.page.inputValue('textarea[name="account"]'), "kestrelwhimbrel in the kitchen");
    assert.equal(await phone.page.isChecked('input[name="place"][value="home"]'), true);
    await phone.save();
    await phone.until(["waiting"]);
    assert.equal(await phone.sum(), "1 visit on this phone, not yet sent.");
    await phone.shot("waiting");
    await phone.write("a second kestrelwhimbrel");
    assert.equal(await phone.sum(), "2 visits on this phone, not yet sent.");
    assert.ok(!/kestrelwhimbrel|Nain/.test(await readable(phone.page)), "the outbox cannot be read");
    await phone.kill();
    assert.deepEqual(onDisk(phone.profile, ["kestrelwhimbrel", "eisiau Nain"]), []);
    await phone.context.setOffline(true);
    await phone.openForm();
    await phone.until(["waiting", "waiting"]);
    await phone.wire.mend();
    phone.wire.deafen();
    await phone.context.setOffline(false);
    await phone.page.waitForTimeout(4000);
    assert.deepEqual((await phone.states()).filter((one) => one === "recorded"), []);
    await phone.signal();
    await phone.page.evaluate(() => dispatchEvent(new Event("online")));
    await phone.until(["beside", "recorded"]);
    assert.equal(await phone.sum(), "Everything written on this phone has been sent.");
    await phone.shot("sent");
    assert.equal(entries("visit.made", "kestrelwhimbrel"), 2);
    assert.equal(entries("phone.visit-held", "kestrelwhimbrel"), 0);
    await phone.goto("/offline/visits");
    await phone.shot("visits");
    await phone.accessible("visits from the phone");
  },

  async "session over: it waits, says so, and goes after signing in"(phone) {
    await phone.signIn();
    await phone.getReady();
    await phone.context.clearCookies();
    await phone.write("plovercurlew one");
    await phone.until(["signin"]);
    assert.match(await phone.page.textContent("[data-items]"), /sign in, then it goes/);
    await phone.shot("signed-out");
    await phone.signIn(colleague);
    await phone.openForm();
    await phone.until(["other"]);
    await phone.page.goto(`${phone.base}/team`);
    assert.match(await phone.page.textContent("[data-on-phone]"), /not yet sent/);
    await phone.signOut();
    assert.equal(entries("visit.made", "plovercurlew"), 0);
    await phone.signIn();
    // From any page, without opening the form again.
    await phone.page.waitForSelector("[data-sending=sent]:not([hidden])");
    assert.equal(entries("visit.made", "plovercurlew"), 1);
  },

  async "two tabs, a worker and a doubled press: once"(phone) {
    await phone.signIn();
    await phone.getReady();
    await phone.noSignal();
    await phone.toHome();
    await phone.fill("dunlinruff twice");
    await phone.page.evaluate(() => {
      const save = document.querySelector('[data-visit] button[name="save"][value="whole"]');
      save.click();
      save.click();
    });
    await phone.until(["waiting"]);
    const other = await phone.open();
    await other.goto(`${phone.base}/offline/visit`);
    await phone.wire.mend();
    await phone.context.setOffline(false);
    await Promise.all([phone.page, other].map((one) => one.evaluate(() => dispatchEvent(new Event("online")))));
    await phone.until(["recorded"]);
    await phone.until(["recorded"], other);
    assert.equal(entries("visit.made", "dunlinruff"), 1);
  },

  async "a clock that is a day wrong"(phone) {
    await phone.goto("/sign-in");
    await phone.page.evaluate((n) => localStorage.setItem("test-clock", String(n)), day);
    await phone.signIn();
    await phone.getReady();
    // Wrong all along: the list brought the right time.
    await phone.write("godwitknot allowed for");
    await phone.until(["recorded"]);
    assert.equal(entries("visit.made", '"on":"2026-11-24"%godwitknot'), 1);
    // Changed since: the day is in doubt, and the writer is asked.
    await phone.noSignal();
    await phone.page.evaluate((n) => localStorage.setItem("test-clock", String(n)), day + day / 3);
    await phone.write("godwitknot in doubt");
    await phone.signal();
    await phone.page.evaluate(() => dispatchEvent(new Event("online")));
    await phone.until(["held", "recorded"]);
    await phone.shot("held");
    await phone.page.click("[data-items] a");
    await phone.page.waitForURL(/offline\/visits/);
    await phone.page.click('main a[href*="/offline/visits/"] >> nth=-1');
    assert.match(await phone.page.textContent("main"), /godwitknot in doubt/);
    await phone.shot("needs-you");
    await phone.accessible("a visit that needs its writer");
    await phone.page.click('main a[href*="/record/"] >> nth=0');
    await phone.page.fill("#date-day", "24");
    await phone.page.fill("#date-month", "11");
    await Promise.all([
      phone.page.waitForURL(/\/work/),
      phone.page.click('main button[name="save"][value="whole"]'),
    ]);
    assert.equal(entries("visit.made", "godwitknot in doubt"), 1);
    assert.equal(entries("phone.visit-settled", ""), 1);
  },

  async "a time of day by a clock that is fast: kept for its writer, and put right"(phone) {
    await phone.signIn();
    await phone.getReady();
    await phone.toHome();
    await phone.fill("whinchatknot at ten to midnight");
    await phone.page.fill('input[name="arrived"]', "23:50");
    await phone.save();
    await phone.until(["held"]);
    assert.match(await phone.page.textContent("[data-items]"), /the day or the time of the visit has not come yet/);
    assert.equal(entries("visit.made", "whinchatknot"), 0);
    await phone.page.click("[data-items] a");
    await phone.page.click('main a[href*="/offline/visits/"] >> nth=-1');
    await phone.page.click('main a[href*="/record/"] >> nth=0');
    assert.match(await phone.page.inputValue('textarea[name="account"]'), /whinchatknot/);
    await phone.page.click('main button[name="save"][value="whole"]');
    await phone.page.waitForSelector(".govuk-error-summary");
    assert.match(await phone.page.inputValue('textarea[name="account"]'), /whinchatknot/);
    await phone.page.fill("#arrived", "8:05");
    await Promise.all([
      phone.page.waitForURL(/\/work/),
      phone.page.click('main button[name="save"][value="whole"]'),
    ]);
    assert.equal(entries("visit.made", "whinchatknot"), 1);
  },

  async "one home in two tabs: neither text takes the other's place"(phone) {
    await phone.signIn();
    await phone.getReady();
    await phone.noSignal();
    await phone.toHome();
    await phone.fill("ouzelfirst begun");
    await phone.page.waitForSelector("[data-draft]:not(:empty)");
    const first = phone.page;
    phone.page = await phone.open();
    await phone.toHome();
    assert.equal(await phone.page.inputValue('textarea[name="account"]'), "", "no copy of the first");
    await phone.fill("ouzelsecond");
    await phone.save();
    await phone.page.waitForSelector("[data-note]:not([hidden])");
    await first.fill('textarea[name="account"]', "ouzelfirst whole");
    await first.click('[data-visit] button[name="save"][value="whole"]');
    await phone.until(["waiting", "waiting"], first);
    await phone.signal();
    await first.evaluate(() => dispatchEvent(new Event("online")));
    await phone.until(["recorded", "beside"], first).catch(() => phone.until(["beside", "recorded"], first));
    for (const words of ["ouzelfirst whole", "ouzelsecond"]) assert.equal(entries("visit.made", words), 1, words);
    assert.equal(entries("phone.visit-held", "ouzel"), 0);
  },

  async "signed out in another tab while writing: what stands goes"(phone) {
    await phone.signIn();
    await phone.getReady();
    await phone.toHome();
    await phone.fill("fieldfareredwing half written");
    const writing = phone.page;
    phone.page = await phone.open();
    await phone.goto("/work");
    await phone.signOut();
    await writing.waitForSelector("[data-stage=free]:not([hidden])");
    await phone.signIn();
    await phone.openForm();
    await phone.until(["held"]);
    assert.equal(entries("phone.visit-held", "fieldfareredwing"), 1);
    assert.equal(entries("visit.made", "fieldfareredwing"), 0);
  },

  async "wiped from the server while it is open: nothing readable stays"(phone) {
    await phone.signIn();
    await phone.getReady();
    await phone.toHome();
    const open = phone.page;
    const name = await open.textContent("[data-home]");
    phone.page = await phone.open();
    await phone.goto("/offline");
    await Promise.all([phone.page.waitForNavigation(), phone.page.click('form[action$="/wipe"] button >> nth=0')]);
    await open.evaluate(() => dispatchEvent(new Event("online")));
    await open.waitForSelector("[data-stage=unready-link]:not([hidden])");
    assert.ok(!(await open.textContent("body")).includes(name.trim()));
  },

  async "storage full: said in words, and the text stays"(phone) {
    await phone.signIn();
    await phone.getReady();
    await phone.noSignal();
    await phone.toHome();
    await phone.fill("avocetsnipe must not be lost");
    const session = await phone.context.newCDPSession(phone.page);
    const quota = (quotaSize) =>
      session.send("Storage.overrideQuotaForOrigin", { origin: phone.base, ...(quotaSize ? { quotaSize } : {}) });
    await quota(1);
    // The browser goes by what room there was for up to half a minute.
    await phone.page.waitForTimeout(31_000);
    await phone.page.fill('textarea[name="account"]', `avocetsnipe must not be lost ${"x".repeat(200_000)}`);
    await phone.save();
    await phone.page.waitForSelector("[data-alarm]:not([hidden])");
    assert.match(await phone.page.textContent("[data-alarm]"), /This phone is full/);
    assert.match(await phone.page.inputValue('textarea[name="account"]'), /avocetsnipe must not be lost/);
    await phone.page.evaluate(() => document.querySelector("[data-alarm]").scrollIntoView());
    if (options.shots) await phone.page.screenshot({ path: join(options.shots, "full.png") });
    await phone.page.click("[data-back]");
    await phone.page.waitForTimeout(1000);
    assert.ok(await phone.page.isVisible("[data-stage=form]"), "what cannot be kept is not left");
    assert.match(await phone.page.inputValue('textarea[name="account"]'), /avocetsnipe must not be lost x/);
    await quota();
    await phone.page.waitForTimeout(31_000);
    await phone.save();
    await phone.until(["waiting"]);
    await phone.signal();
    await phone.page.evaluate(() => dispatchEvent(new Event("online")));
    await phone.until(["recorded"]);
    assert.equal(entries("visit.made", "avocetsnipe"), 1);
  },

  async "thrown away: signed out, wiped from the server, over, ten wrong codes"(phone) {
    // Opened by whoever looks, the database may be there; what matters is what is in it.
    const hasList = () =>
      phone.page.evaluate(async () => {
        if (!(await indexedDB.databases()).some((one) => one.name === "gweld-list")) return false;
        const database = await new Promise((resolve) => {
          const request = indexedDB.open("gweld-list");
          request.onsuccess = () => resolve(request.result);
        });
        const counts = ["list", "drafts"].map(
          (store) =>
            new Promise((resolve) => {
              const request = database.transaction(store).objectStore(store).count();
              request.onsuccess = () => resolve(request.result);
            }),
        );
        const [lists, drafts] = await Promise.all(counts);
        database.close();
        return lists + drafts > 0;
      });
    const stage = () => phone.page.waitForSelector("[data-stage=free]:not([hidden])");
    await phone.signIn();
    await phone.getReady();
    await phone.noSignal();
    await phone.write("ternskua waits");
    await phone.toHome();
    await phone.fill("ternskua half written");
    await phone.page.waitForSelector("[data-draft]:not(:empty)");
    await phone.signal();
    await phone.goto("/offline");
    await phone.signOut();
    await phone.page.waitForTimeout(500);
    assert.equal(await hasList(), false, "signing out throws the list away");
    await phone.openForm();
    await stage();
    // The older one may have gone while there was signal and a session.
    const older = (await phone.states())[1];
    await phone.until(["signin", older === "recorded" ? older : "signin"]);
    await phone.signIn();
    await phone.openForm();
    await phone.until(["held", "recorded"]);
    assert.equal(entries("visit.made", "ternskua waits"), 1);
    assert.equal(entries("phone.visit-held", "ternskua half written"), 1);

    await phone.getReady();
    await phone.goto("/offline");
    await Promise.all([phone.page.waitForNavigation(), phone.page.click('form[action$="/wipe"] button >> nth=0')]);
    await phone.openForm();
    await phone.page.waitForSelector("[data-stage=unready-link]:not([hidden])");
    assert.equal(await phone.page.isVisible("[data-stage=locked]"), false, "wiped from the server");
    await phone.until([]);

    await phone.getReady();
    await phone.setClock(13 * 3600_000);
    await stage();
    assert.equal(await phone.page.isVisible("[data-stage=locked]"), false, "thirteen hours later");
    await phone.setClock(0);

    await phone.getReady();
    await phone.openForm();
    for (let tries = 1; tries < 10; tries += 1) {
      await phone.unlock("wrong code");
      await phone.page.waitForSelector("[data-alarm]:not([hidden])");
      await phone.page.waitForFunction(() => document.querySelector("#code").value === "");
    }
    assert.equal(await hasList(), true);
    await phone.unlock("wrong code");
    await phone.page.waitForSelector("[data-note]:not([hidden])");
    assert.equal(await phone.page.isVisible("[data-stage=locked]"), false, "ten wrong codes");
    // Without the list a visit can still be written down.
    await phone.page.click("[data-free]");
    await phone.page.fill("#who", "The ternskua family");
    await phone.page.check('input[name="outcome"][value="attempted"]', { force: true });
    await phone.page.check('input[name="because"][value="nobody_home"]', { force: true });
    await phone.page.check('input[name="when"][value="yesterday"]', { force: true });
    await phone.page.check('input[name="place"][value="home"]', { force: true });
    await phone.shot("without-list");
    await phone.save();
    await phone.until(["held"]);
    assert.equal(entries("phone.visit-held", "The ternskua family"), 1);
  },

  async "in Welsh"(phone) {
    phone.language = "/cy";
    await phone.signIn();
    await phone.goto("/offline");
    await phone.shot("ready-cy");
    await phone.accessible("get ready, Welsh");
    await phone.getReady();
    await phone.noSignal();
    await phone.goto("/work");
    assert.equal(new URL(phone.page.url()).pathname, "/cy/offline/visit");
    await phone.toHome();
    await phone.save();
    await phone.page.waitForSelector("[data-problems]:not([hidden])");
    assert.match(await phone.page.textContent("[data-problems]"), /Dywedwch/);
    await phone.fill("gwylanwennol yn y gegin");
    await phone.shot("form-cy");
    await phone.accessible("form, Welsh");
    await phone.page.waitForTimeout(1000); // sooner, a second press is taken for a double click
    await phone.save();
    await phone.until(["waiting"]);
    assert.match(await phone.sum(), /1 ymweliad ar y ffôn hwn/);
    await phone.shot("waiting-cy");
    await phone.signal();
    await phone.page.evaluate(() => dispatchEvent(new Event("online")));
    await phone.until(["recorded"]);
    assert.equal(entries("visit.made", "gwylanwennol"), 1);
  },
};

// ---- running them --------------------------------------------------------------------------------
let passed = 0;
let failed = 0;
if (options.shots) mkdirSync(options.shots, { recursive: true });
try {
  made = counties.make(options.gweld, place, "offline", "2026-11-24T18:00:00Z");
  for (const [name, journey] of Object.entries(journeys)) {
    if (!name.includes(options.only)) continue;
    const { server, port } = await serve(passed + failed);
    const wire = new Wire();
    await wire.lay(port);
    const phone = new Phone(wire);
    try {
      await phone.start();
      await journey(phone);
      assert.deepEqual(phone.complaints, []);
      passed += 1;
      console.log(`ok - offline: ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`not ok - offline: ${name}`);
      console.log(String(error.stack ?? error).split("\n").slice(0, 12).map((line) => `    ${line}`).join("\n"));
      if (phone.page) await phone.shot(`failed-${passed + failed}`)?.catch(() => undefined);
    }
    await phone.close()?.catch(() => undefined);
    await wire.cut().catch(() => undefined);
    server.kill();
  }
} finally {
  rmSync(place, { recursive: true, force: true });
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
