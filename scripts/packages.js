import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join, sep } from "node:path";
import { digestOf, inClone, NotReady, ownNode, root, textOf } from "./clone.js";

const stamp = inClone("node_modules", ".hanse-installed");
const onWindows = process.platform === "win32";

/** True when the packages that the lock file names are installed for this kind of machine. */
export function packagesAreThere() {
  return textOf(stamp) === wanted() && existsSync(ownNode);
}

/** Installs the packages of the lock file, exactly. @throws NotReady */
export async function installPackages(say) {
  say("Installing what Hanse needs, once. This takes about a minute …");
  // npm empties the folder first and so takes the stamp away: what was interrupted is done again.
  rmSync(stamp, { force: true });
  const { code, errors } = await run(npm(), [
    "ci",
    "--include=dev",
    "--include=optional",
    "--ignore-scripts=false",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
  if (code !== 0 || !existsSync(ownNode)) throw new NotReady(explain(errors));
  linkCommand();
  writeFileSync(stamp, wanted());
}

function wanted() {
  return digestOf(textOf(inClone("package-lock.json")), process.platform, process.arch, "everything");
}

/** Lets `npx hanse` find the command of the clone that it is called in. */
function linkCommand() {
  const folder = inClone("node_modules", ".bin");
  const target = join("..", "..", "bin", "hanse.js");
  mkdirSync(folder, { recursive: true });
  for (const name of ["hanse", "hanse.cmd"]) rmSync(join(folder, name), { force: true });
  if (onWindows) {
    writeFileSync(join(folder, "hanse.cmd"), `@node "%~dp0\\${target}" %*\r\n`);
    return;
  }
  chmodSync(inClone("bin", "hanse.js"), 0o755);
  symlinkSync(target, join(folder, "hanse"));
}

/*
 * npm runs by the Node it was started with, or else the one on the path; never by our own, which it is about to
 * replace.
 */
function npm() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  const usable = script?.endsWith(".js") && existsSync(script) && node && !isOurs(node) && existsSync(node);
  return usable ? [node, script] : ["npm"];
}

function isOurs(path) {
  return path.startsWith(inClone("node_modules") + sep);
}

function run([program, ...first], rest) {
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => !isOurs(folder + sep));
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...first, ...rest], {
      cwd: root,
      env: { ...process.env, PATH: path.join(delimiter) },
      stdio: ["ignore", "ignore", "pipe"],
      // npm is a script for the shell there.
      shell: onWindows,
    });
    let errors = "";
    child.stderr.on("data", (chunk) => {
      errors += chunk;
    });
    child.once("error", (error) => {
      reject(
        error.code === "ENOENT" ? new NotReady("npm is missing: install Node together with npm.") : error,
      );
    });
    child.once("close", (code) => resolve({ code, errors }));
  });
}

/** The one sentence that npm's complaint comes down to; what npm said stands below it. */
function explain(errors) {
  const said = errors.trim();
  const sentence = reasons.find(([sign]) => sign.test(said))?.[1] ?? "npm could not install the packages.";
  return said === "" ? sentence : `${sentence}\n\n${said}`;
}

const reasons = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ECONNRESET|network/i,
    "The package registry cannot be reached: check the network, or the proxy and registry that npm is set to.",
  ],
  [/ENOSPC/, "The disk is full: Hanse's packages take about 1 GB."],
  [
    /EACCES|EPERM|EROFS/,
    "This user may not write to the folder of the clone: start as the user who owns it.",
  ],
  [/E401|E403|E407/, "The package registry refuses: npm's credentials or proxy settings are not accepted."],
];
