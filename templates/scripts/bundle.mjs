// `make assets`: the modules of this folder in one classic file, templates/assets/site.js, which is committed.
// Its first line names the modules' own hash, so that a test can tell a stale bundle without running this.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const hash = createHash("sha256");
for (const name of readdirSync(here).filter((one) => one.endsWith(".js")).sort()) hash.update(readFileSync(join(here, name)));

await build({
  entryPoints: [join(here, "site.js")],
  outfile: join(here, "..", "assets", "site.js"),
  banner: { js: `/* daysheet ${hash.digest("hex")} */` },
  bundle: true,
  format: "iife",
  target: ["es2021", "safari15"],
  charset: "utf8",
  minify: true,
});
