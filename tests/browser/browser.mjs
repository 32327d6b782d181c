// Debian's Chromium with an empty profile, alone in the world: nothing it does leaves the machine.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

// A browser that keeps its profile in `folder`, as a phone does.
export function launchWithProfile(folder, options = {}) {
  return chromium.launchPersistentContext(folder, { executablePath, headless: true, args: flags, ...options });
}

export async function withBrowser(use) {
  const profile = mkdtempSync(join(tmpdir(), "gweld-browser-"));
  const browser = await chromium.launch({
    executablePath,
    headless: true,
    args: [...flags, `--disk-cache-dir=${join(profile, "cache")}`],
    env: { ...process.env, HOME: profile },
  });
  try {
    return await use(browser);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
