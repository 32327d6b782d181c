// A worry reported by a partner and followed to the end, with the scripts switched off: form,
// reference, board, question and answer, decision, telling. In both languages.
import { fromServer } from "./journeys.mjs";

// Answers what has to be answered and goes on to the second page.
export async function fillReport(page, press) {
  await page.selectOption("select[name=source]", "school");
  await page.fill("input[name=organisation]", "Ysgol Bro Dulas");
  await page.fill("input[name=referrer]", "Non Gruffudd");
  await page.fill("input[name=role]", "Safeguarding lead");
  await page.fill("input[name=phone]", "01632 960 101");
  await page.fill('input[name="child-1-name"]', "Mabon Tegid");
  await page.fill('input[name="child-1-age"]', "7");
  await page.check("input[name=danger][value=possible]", { force: true });
  await page.fill("textarea[name=worry]", "Came in cold and hungry for the third day.");
  return press(page);
}

const file = {
  name: "nodyn.txt",
  mimeType: "text/plain",
  buffer: Buffer.from("He had no coat. He said he had walked.\n"),
};
const lying = { ...file, name: "nodyn.pdf", mimeType: "application/pdf" };

function pressed(page, button = "main form button[type=submit]:not([name]) >> nth=-1") {
  return Promise.all([page.waitForNavigation(), page.click(button)]);
}

async function dayFields(page, name, day) {
  await page.fill(`input[name="${name}-day"]`, String(day.getUTCDate()));
  await page.fill(`input[name="${name}-month"]`, String(day.getUTCMonth() + 1));
  await page.fill(`input[name="${name}-year"]`, String(day.getUTCFullYear()));
}

// What the server takes to be today.
async function todayOn(page, base, contact) {
  await page.goto(`${contact}/tell`);
  const part = (name) => page.inputValue(`input[name="on-${name}"]`);
  return new Date(
    Date.UTC(Number(await part("year")), Number(await part("month")) - 1, Number(await part("day"))),
  );
}

async function walk(browser, base, worker, password, prefix, ends) {
  const complaints = [];
  const expect = (holds, what) => (holds ? undefined : complaints.push(what));
  const outside = await browser.newContext({ javaScriptEnabled: false });
  const partner = await outside.newPage();
  await partner.goto(`${base}${prefix}/refer`);
  await fillReport(partner, pressed);
  expect(await partner.$("#complete"), "what is missing is not shown");
  await partner.setInputFiles("input[type=file]", lying);
  await pressed(partner);
  expect(await partner.$(".govuk-error-summary"), "a file that lies was taken");
  await partner.setInputFiles("input[type=file]", file);
  await pressed(partner);
  const [reference, code] = await partner.$$eval(".app-receipt dd", (all) =>
    all.map((one) => one.textContent.trim()),
  );
  expect(reference && code, "there is no reference and code");
  await partner.reload().catch(() => {});

  const inside = await browser.newContext({ javaScriptEnabled: false });
  await fromServer.signIn(inside, base, worker, password);
  const duty = await inside.newPage();
  let contact = null;
  for (let n = 1; n <= 3 && !contact; n += 1) {
    await duty.goto(`${base}${prefix}/front-door?page=${n}`);
    for (const href of await duty.$$eval('main a:has-text("Mabon Tegid")', (all) =>
      all.map((a) => a.href),
    )) {
      await duty.goto(href);
      if ((await duty.textContent("main")).includes(reference)) contact = href;
    }
  }
  if (!contact) return [...complaints, "the contact is not on the board"];
  await duty.goto(contact);
  const link = await duty.$("a[download]");
  const [saved] = await Promise.all([duty.waitForEvent("download"), link.click()]);
  expect(saved.suggestedFilename() === "nodyn.txt", "the file is not saved under its name");
  await pressed(duty, 'main form[action$="/take"] button');
  const today = await todayOn(duty, base, contact);

  await duty.goto(`${contact}/ask`);
  await duty.fill("textarea[name=question]", "Did he come today?");
  await dayFields(duty, "until", today);
  await pressed(duty);
  expect(await duty.$(".govuk-notification-banner--success"), "the question is not saved");

  await partner.goto(`${base}${prefix}/refer/answer`);
  await partner.fill("input[name=reference]", reference.toLowerCase());
  await partner.fill("input[name=code]", code);
  await pressed(partner);
  const asked = await partner.textContent("main");
  expect(asked.includes("Did he come today?"), "the question is not shown");
  expect(!asked.includes("Mabon"), "the page for the answer tells of the child");
  await partner.fill("textarea[name=answer]", "Yes, and he ate.");
  await pressed(partner);

  await duty.goto(`${contact}/decide`);
  await duty.check("input[name=outcome][value=advice]", { force: true });
  await duty.fill("textarea[name=reason]", "His grandmother has him tonight.");
  await pressed(duty);
  expect((await duty.textContent("main")).includes("Yes, and he ate."), "no answer is shown");
  await duty.goto(`${base}${prefix}/front-door/to-tell`);
  expect((await duty.textContent("main")).includes("Mabon"), "nobody is to be told");
  await duty.goto(`${contact}/tell`);
  await duty.check("input[name=how][value=telephone]", { force: true });
  await duty.fill("textarea[name=told]", "Advice was given.");
  await pressed(duty);
  expect((await duty.textContent("main")).includes(ends), "it is not said that they were told");
  await outside.close();
  await inside.close();
  return complaints;
}

export function reportedWorry(base, worker, password) {
  return [
    {
      name: "journey: a partner's report from the form to telling the referrer, in English",
      run: (browser) => walk(browser, base, worker, password, "", "Non Gruffudd was told on"),
    },
    {
      name: "journey: a partner's report from the form to telling the referrer, in Welsh",
      run: (browser) => walk(browser, base, worker, password, "/cy", "Dywedwyd wrth Non Gruffudd"),
    },
  ];
}
