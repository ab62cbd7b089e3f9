import { spawn } from "node:child_process";
import { delimiter } from "node:path";
import { performance } from "node:perf_hooks";
import { inClone, ownNode, root } from "./clone.js";

/**
 * Runs programs of this clone one after the other, each a name and the words of its command; the first that fails ends
 * it. One at a time suits two cores: each step knows how to use both.
 *
 * @param {readonly { name: string, command: readonly string[] }[]} steps
 * @returns {Promise<number>} the exit code
 */
export async function inOrder(steps) {
  for (const { name, command } of steps) {
    console.log(`\n• ${name}`);
    const since = performance.now();
    const code = await run(command);
    if (code !== 0) {
      console.error(`\n${name}: failed. To see it again: ${command.join(" ")}`);
      return code;
    }
    console.log(`  ${((performance.now() - since) / 1000).toFixed(1)} s`);
  }
  return 0;
}

function run([program, ...words]) {
  const [command, ...first] =
    program === "node" ? [ownNode] : [ownNode, inClone("node_modules", ".bin", program)];
  const path = [inClone("node_modules", ".bin"), process.env.PATH].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...words], {
      cwd: root,
      env: { ...process.env, PATH: path },
      stdio: "inherit",
    });
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
