import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { inClone } from "./clone.js";

const lockFile = inClone("dist", ".preparing");
/** A holder shows that it lives this often; one that did not for a while is taken for dead whatever its number says. */
const signOfLifeMs = 5_000;
const takenForDeadMs = 60_000;
const askAgainMs = 300;

/**
 * Runs `work` while no other process of this clone does the same: two installations at once tear each other's files
 * apart. Whoever comes second waits, and finds the work done.
 */
export async function alone(say, work) {
  mkdirSync(inClone("dist"), { recursive: true });
  let told = false;
  while (!take()) {
    const holder = livingHolder();
    if (holder === undefined) rmSync(lockFile, { force: true });
    else if (!told) say(`Waiting for another installation of this clone (process ${holder}) …`);
    told = holder !== undefined;
    await sleep(askAgainMs);
  }
  const sign = setInterval(() => utimesSync(lockFile, new Date(), new Date()), signOfLifeMs);
  try {
    return await work();
  } finally {
    clearInterval(sign);
    rmSync(lockFile, { force: true });
  }
}

function take() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function livingHolder() {
  try {
    const holder = Number(readFileSync(lockFile, "utf8"));
    const silentMs = Date.now() - statSync(lockFile).mtimeMs;
    if (silentMs > takenForDeadMs) return undefined;
    // An empty file is one that is being written just now.
    if (holder > 0) process.kill(holder, 0);
    return holder;
  } catch (error) {
    return error.code === "EPERM" ? "of another user" : undefined;
  }
}
