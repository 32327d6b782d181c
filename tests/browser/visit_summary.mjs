// What the scripts of the record-a-visit page do, tried on the component gallery.
async function opened(browser, address, use) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  await page.goto(address);
  try {
    return await use(page);
  } finally {
    await context.close();
  }
}

function differs(told, wanted) {
  return told === wanted ? [] : [`says: ${told}`, `wanted: ${wanted}`];
}

async function summary(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll("[data-counts] > ul > li")]
      .map((item) => {
        const name = item.querySelector("b").textContent;
        const lines = [...item.querySelectorAll("li")].map((line) => {
          const mark = line.classList.contains("app-status--ok") ? "+" : "-";
          return mark + line.textContent.trim();
        });
        return `${name}: ${lines.join(", ")}`;
      })
      .join(" | "),
  );
}

export function visitJourneys(address) {
  const choose = (page, name, value) =>
    page.check(`input[name="${name}"][value="${value}"]`, { force: true });
  return [
    {
      name: "visit: the summary follows the answers",
      run: (browser) =>
        opened(browser, address, async (page) => {
          await choose(page, "place", "home");
          await choose(page, "l-seen", "yes");
          await choose(page, "l-alone", "yes");
          await choose(page, "i-seen", "no");
          return differs(
            await summary(page),
            "Lowri: +Seen alone, +Seen at home, -Bedroom not seen | " +
              "Ifan: -Not seen alone, -Not seen at home, -Bedroom not seen",
          );
        }),
    },
    {
      name: "visit: a form goes out once",
      run: (browser) =>
        opened(browser, address, async (page) => {
          const sent = await page.evaluate(() => {
            let count = 0;
            const form = document.querySelector("form[data-visit]");
            addEventListener("submit", (event) => {
              count += event.defaultPrevented ? 0 : 1;
              event.preventDefault();
            });
            form.requestSubmit();
            form.requestSubmit();
            return count;
          });
          return differs(String(sent), "1");
        }),
    },
    {
      name: "details are open while a page prints",
      run: (browser) =>
        opened(browser, address.replace("visit.html", "child.html"), async (page) => {
          const told = await page.evaluate(() => {
            const open = () => String(document.querySelector("details").open);
            const before = open();
            dispatchEvent(new Event("beforeprint"));
            const during = open();
            dispatchEvent(new Event("afterprint"));
            return [before, during, open()].join(" ");
          });
          return differs(told, "false true false");
        }),
    },
  ];
}
