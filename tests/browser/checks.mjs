// What must hold on every page. Each check answers with a list of complaints; none is good.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { HtmlValidate } from "html-validate";

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const axeTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const validator = new HtmlValidate({
  extends: ["html-validate:standard"],
  rules: {
    // Tables that become cards on a phone say their roles: a changed `display` takes them away.
    "no-redundant-role": "off",
    // GOV.UK Frontend writes some of its markup this way; the fixtures hold us to it.
    "no-trailing-whitespace": "off",
    "attribute-boolean-style": "off",
  },
});

// Kilobytes on the wire.
export const budget = { html: 10, css: 20, js: 6, jsOnVisit: 13, requests: 4, shift: 0.02 };

export async function validity(html) {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) =>
    result.messages.map((m) => `line ${m.line}:${m.column} ${m.ruleId}: ${m.message}`),
  );
}

export async function accessibility(page) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    (tags) => globalThis.axe.run(document, { runOnly: { type: "tag", values: tags } }),
    axeTags,
  );
  return violations.map(
    (v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join("; ")})`,
  );
}

// What is behind a summary is measured as well.
export async function sideways(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    const shut = [...document.querySelectorAll("details:not([open])")];
    for (const one of shut) one.open = true;
    const wide = [...document.body.querySelectorAll("*")].filter(
      (e) => e.getBoundingClientRect().right > root.clientWidth + 1,
    );
    const named = wide.slice(0, 3).map((e) => e.tagName.toLowerCase() + "." + e.className);
    const found =
      root.scrollWidth <= root.clientWidth
        ? []
        : [`the page is ${root.scrollWidth} px wide: ${named.join("; ")}`];
    for (const one of shut) one.open = false;
    return found;
  });
}

// No text below 16 px, except inside a drawing, which is scaled.
export async function smallText(page) {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const small = new Set();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || !element || element.closest("svg, script, template")) continue;
      if (!element.checkVisibility()) continue;
      if (parseFloat(getComputedStyle(element).fontSize) < 16) {
        small.add(`${element.tagName.toLowerCase()}: ${node.data.trim().slice(0, 30)}`);
      }
    }
    return [...small].slice(0, 5);
  });
}

// Chromium writes typed text to disk in the clear unless the form says autocomplete="off".
export async function typedTextStaysOffDisk(page) {
  return page.evaluate(() => {
    const off = (element) => element.getAttribute("autocomplete") !== null;
    const fields = document.querySelectorAll(
      "textarea, input[type=text], input[type=search], input:not([type])",
    );
    return [...fields]
      .filter((field) => !off(field) && field.form?.getAttribute("autocomplete") !== "off")
      .map((field) => `${field.name || field.id}: its form lacks autocomplete="off"`);
  });
}

// Every stop of the keyboard can be seen: not below the sticky bar, not without an outline.
export async function keyboard(page) {
  const complaints = [];
  await page.evaluate(() => {
    document.activeElement?.blur();
    scrollTo(0, 0);
  });
  const seen = new Set();
  for (let stop = 0; stop < 150; stop += 1) {
    await page.keyboard.press("Tab");
    const told = await page.evaluate(() => {
      const e = document.activeElement;
      if (!e || e === document.body) return null;
      const box = e.getBoundingClientRect();
      const place = [...document.querySelectorAll("*")].indexOf(e);
      const name = `${e.tagName.toLowerCase()}#${e.id || e.textContent.trim().slice(0, 20)}`;
      const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      const hidden = !at || !(e.contains(at) || at.contains(e) || at.closest("label"));
      const label = e.labels?.[0] ? getComputedStyle(e.labels[0], "::before") : null;
      const style = getComputedStyle(e);
      const marked =
        (style.outlineStyle !== "none" && style.outlineWidth !== "0px") ||
        style.boxShadow !== "none" ||
        (label && label.outlineStyle !== "none") ||
        (label && label.boxShadow !== "none");
      return { place, name, hidden, marked };
    });
    if (!told || seen.has(told.place)) break;
    seen.add(told.place);
    if (told.hidden) complaints.push(`${told.name} has the focus and is covered`);
    if (!told.marked) complaints.push(`${told.name} has the focus and does not show it`);
  }
  return complaints;
}

export async function layoutShift(page) {
  const shift = await page.evaluate(
    () =>
      new Promise((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 60);
      }),
  );
  return shift > budget.shift ? [`layout shift ${shift.toFixed(3)}, at most ${budget.shift}`] : [];
}

// `loaded` is what came over the wire: [{ url, type, text }].
export function weight(loaded) {
  const complaints = [];
  const kilobytes = (bytes) => bytes.length / 1024;
  const visit = loaded.some((one) => /(visit|offline|ready)[^/]*\.js/.test(one.url));
  const limits = { document: budget.html, stylesheet: budget.css };
  limits.script = visit ? budget.jsOnVisit : budget.js;
  const sums = { document: 0, stylesheet: 0, script: 0 };
  for (const { type, text } of loaded) {
    if (type === "document") {
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
      sums.document += kilobytes(brotliCompressSync(text, quality));
    } else if (type in sums) {
      sums[type] += kilobytes(gzipSync(text, { level: 9 }));
    }
  }
  for (const [type, sum] of Object.entries(sums)) {
    if (sum > limits[type]) {
      complaints.push(`${type}: ${sum.toFixed(1)} KB, at most ${limits[type]} KB`);
    }
  }
  // The icon is asked for once a browser, at a moment of the browser's choosing.
  const needed = loaded.filter((one) => !/\/icon[^/]*\.svg$/.test(one.url));
  if (needed.length > budget.requests) {
    complaints.push(`${needed.length} requests: ${needed.map((one) => one.url).join(" ")}`);
  }
  return complaints;
}

export async function paper(page) {
  const pdf = await page.pdf({ format: "A4", tagged: true });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
  return pages >= 1 && pages <= 20 ? [] : [`prints on ${pages} pages`];
}
