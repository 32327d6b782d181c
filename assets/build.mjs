// Builds what the browser gets into build/assets: app.css, icon.svg and the scripts. Refuses what
// a council may not ship (GOV.UK's font and crest) and what is too heavy for a phone with one bar.
//
//   node assets/build.mjs [folder]
import { build } from "esbuild";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { compile } from "sass";

const assets = fileURLToPath(new URL(".", import.meta.url));
const tree = fileURLToPath(new URL("..", import.meta.url));
const out = process.argv[2] ?? join(tree, "build/assets");
mkdirSync(out, { recursive: true });

// Kilobytes, gzip -9. The visit page has app.js beside visit.js, together at most 12.
// Those of the offline pages are kept on the phone, and send.js comes only while something waits.
const scripts = ["app", "visit", "offline", "ready", "board", "send", "worker", "pack"];
const budget = { "app.css": 20, "app.js": 6, "visit.js": 8, "offline.js": 8, "ready.js": 8, "board.js": 1, "send.js": 4, "worker.js": 1, "pack.js": 4 };
// GDS Transport and the crown are licensed to gov.uk services only.
const forbidden = ["GDS Transport", ".woff", "govuk-crest"];

const style = compile(join(assets, "scss/app.scss"), {
  loadPaths: [join(tree, "node_modules")],
  quietDeps: true,
  style: "compressed",
});
writeFileSync(join(out, "app.css"), style.css);

await build({
  entryPoints: scripts.map((name) => join(assets, `ts/${name}.ts`)),
  bundle: true,
  format: "iife",
  minify: true,
  target: "es2020",
  legalComments: "none",
  outdir: out,
  logLevel: "warning",
});
copyFileSync(join(assets, "icon.svg"), join(out, "icon.svg"));

let wrong = 0;
for (const [name, limit] of Object.entries(budget)) {
  const text = readFileSync(join(out, name), "utf8");
  const kilobytes = gzipSync(text, { level: 9 }).length / 1024;
  console.log(`${name}: ${kilobytes.toFixed(1)} KB of ${limit} KB (gzip)`);
  if (kilobytes > limit) {
    console.error(`${name} is over its budget of ${limit} KB`);
    wrong += 1;
  }
  for (const word of forbidden.filter((one) => text.includes(one))) {
    console.error(`${name} contains "${word}", which only gov.uk may use`);
    wrong += 1;
  }
}
process.exitCode = wrong > 0 ? 1 : 0;
