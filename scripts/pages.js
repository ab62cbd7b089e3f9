import { spawn } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { digestOf, inClone, NotReady, ownNode, root, textOf } from "./clone.js";

const built = inClone("dist", "web");
const stamp = join(built, ".built-from");

/** True when the pages in dist/web were built from the sources that are here now. */
export function pagesAreBuilt() {
  return existsSync(join(built, "index.html")) && textOf(stamp) === sources();
}

/** Builds the pages beside the old ones, then puts them in their place. @throws NotReady */
export async function buildPages(say) {
  say("Building the pages …");
  const from = sources();
  const draft = `${built}.new`;
  const { code, output } = await vite(["build", "--logLevel", "warn", "--emptyOutDir", "--outDir", draft]);
  if (code !== 0 || !existsSync(join(draft, "index.html"))) {
    throw new NotReady(`The pages could not be built.\n\n${output.trim()}`);
  }
  writeFileSync(join(draft, ".built-from"), from);
  rmSync(built, { recursive: true, force: true });
  renameSync(draft, built);
}

/** A digest of everything that a page may be made of. */
function sources() {
  const files = ["package-lock.json", "vite.config.ts", "lingui.config.ts", ...below("src")];
  return digestOf(...files.flatMap((file) => [file, textOf(inClone(file))]));
}

/** The files below a folder in a fixed order, but for those that never reach the browser. */
function below(folder) {
  return readdirSync(inClone(folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return serverOnly.has(entry.name) ? [] : below(path);
      return /\.(test|fixture|testing)\.tsx?$|\.md$/.test(entry.name) ? [] : [path];
    });
}

const serverOnly = new Set(["server", "gallery", "database", "jobs", "mail", "files"]);

function vite(words) {
  const program = inClone("node_modules", "vite", "bin", "vite.js");
  return new Promise((resolve, reject) => {
    const child = spawn(ownNode, [program, ...words], {
      cwd: root,
      env: { ...process.env, NODE_ENV: "production", NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += chunk;
      });
    }
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}
