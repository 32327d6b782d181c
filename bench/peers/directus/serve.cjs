// As many processes as the machine has cores: Directus uses one core each. Without Redis between
// them, because nobody changes permissions or the schema while it is measured.
const cluster = require("node:cluster");

cluster.setupPrimary({ exec: require.resolve("directus/package.json").replace("package.json", "cli.js"), args: ["start"] });
for (let n = Number(process.argv[2] ?? 2); n > 0; --n) cluster.fork();
process.on("SIGTERM", () => process.exit(0));
