// `make assets`: the modules of this folder in a few classic files below templates/assets/, which are committed.
// The first line of each names the modules' own hash, so that a test can tell a stale bundle without running this.

import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

// What is delivered: `site` on every page, the others only where they are called for.
const ENTRIES = ["site", "screen", "console", "fill-pdf", "worker"];

const here = dirname(fileURLToPath(import.meta.url));
const hash = createHash("sha256");
for (const name of readdirSync(here).filter((one) => one.endsWith(".js")).sort()) hash.update(readFileSync(join(here, name)));

await build({
  entryPoints: ENTRIES.map((name) => join(here, `${name}.js`)).filter((path) => existsSync(path)),
  outdir: join(here, "..", "assets"),
  banner: { js: `/* daysheet ${hash.digest("hex")} */` },
  bundle: true,
  format: "iife",
  target: ["es2021", "safari15"],
  charset: "utf8",
  legalComments: "inline",
  define: { "process.env.NODE_ENV": JSON.stringify("production") },
  minify: true,
});
