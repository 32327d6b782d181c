// counties.mjs - demo counties for tests that begin servers of their own: a file each, or, where
// GWELD_TEST_POSTGRES names a server ("postgresql://..?host=.."), a database each. A county is what
// `gweld --data` takes.
import { execFileSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { join } from "node:path";

const server = process.env.GWELD_TEST_POSTGRES;

const onPostgres = (county, sql) =>
  execFileSync("psql", ["--no-psqlrc", "-qAt", "-v", "ON_ERROR_STOP=1", county, "-c", sql]).toString().trim();
// Two programs may ask the same server for a county of the same name.
const database = (name, more = "") => {
  const own = `${name}_${process.pid}`;
  onPostgres(server, `CREATE DATABASE ${own} ${more}`);
  return server.replace("/postgres?", `/${own}?`);
};
const nameOf = (county) => new URL(county.replace("gweld@", "gweld@nowhere")).pathname.slice(1);

export const make = (gweld, place, name, now) => {
  const county = server ? database(name) : join(place, `${name}.gweld`);
  execFileSync(gweld, ["demo", "--data", county, "--now", now]);
  return county;
};

// Nobody may have `county` open.
export const copy = (county, place, name) => {
  if (server) return database(name, `TEMPLATE ${nameOf(county)}`);
  const file = join(place, `${name}.gweld`);
  copyFileSync(county, file);
  return file;
};

// What `gweld serve` is asked beside --data: a database has no folder for the key of the phones.
export const served = (place, name) => (server ? ["--phone-key", join(place, `${name}.phone-key`)] : []);

// A row a line, its columns divided by "|".
export const ask = (county, sql) =>
  server ? onPostgres(county, sql) : execFileSync("sqlite3", ["-readonly", county, sql]).toString().trim();
export const hex = (column) => (server ? `encode(${column}, 'hex')` : `lower(hex(${column}))`);
