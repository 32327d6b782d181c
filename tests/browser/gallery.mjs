// The static component pages, served with the content policy the real server sends.
import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { createHash } from "node:crypto";
import { visitJourneys } from "./visit_summary.mjs";

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

// The inline script of a page, as the content policy names it.
function policy(html) {
  const inline = /<script>(.*?)<\/script>/s.exec(html)?.[1] ?? "";
  const hash = createHash("sha256").update(inline).digest("base64");
  return (
    `default-src 'none'; script-src 'self' 'sha256-${hash}'; style-src 'self'; img-src 'self'; ` +
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
  );
}

export async function serveGallery(folder, assets) {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url, "http://x").pathname);
    const file = path.startsWith("/assets/") ? join(assets, path.slice(8)) : join(folder, path);
    try {
      const content = readFileSync(file);
      response.setHeader("Content-Type", types[extname(file)] ?? "application/octet-stream");
      if (extname(file) === ".html") {
        response.setHeader("Content-Security-Policy", policy(content.toString()));
      }
      response.end(content);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const base = `http://127.0.0.1:${server.address().port}`;
  const pages = readdirSync(folder)
    .filter((file) => file.endsWith(".html"))
    .map((file) => ({
      name: file.slice(0, -5),
      file,
      languages: file.endsWith(".cy.html") ? ["cy"] : ["en"],
    }));
  return {
    pages,
    journeys: visitJourneys(`${base}/visit.html`),
    address: (_context, one) => `${base}/${one.file}`,
    close: () => server.close(),
  };
}
