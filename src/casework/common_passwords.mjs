// Writes what password_faults.cc looks up: a word a line, in the order of their bytes.
//
//   node common_passwords.mjs passwords.json OUT.txt
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const [from, to] = process.argv.slice(2);
const shortest = 5; // password_faults.cc looks for no shorter ones
const words = JSON.parse(readFileSync(from, "utf8")).map((word) => word.toLowerCase());
const kept = [...new Set(words)].filter((word) => word.length >= shortest && /^[!-~]+$/.test(word));
if (kept.length < 40000) throw new Error(`${from} holds ${kept.length} words that can be used`);
mkdirSync(dirname(to), { recursive: true });
writeFileSync(to, kept.sort((a, b) => (a < b ? -1 : 1)).join("\n") + "\n");
