import { Problem } from "#platform/problem.ts";
import { version } from "../version.ts";
import { type Command, read, UsageError } from "./command.ts";
import { commands } from "./commands.ts";
import { manual, overview } from "./help.ts";

/** Does what the words of a command line ask for and tells it on the console; answers the exit code. */
export async function answer(args: readonly string[]): Promise<number> {
  try {
    return (await answered(args)) ?? 0;
  } catch (error) {
    for (const line of told(error)) console.error(line);
    return error instanceof UsageError ? 2 : 1;
  }
}

async function answered(args: readonly string[]): Promise<number | undefined> {
  const wantsHelp = args.length === 0 || args[0] === "help" || args.includes("--help") || args.includes("-h");
  if (args[0] === "--version") {
    console.log(version);
    return 0;
  }
  const words = args[0] === "help" ? args.slice(1) : args;
  const command = commandIn(words);
  if (wantsHelp) {
    if (command === null && words.length > 0 && !words[0]?.startsWith("-")) throw unknown(words);
    for (const line of command === null ? overview(commands) : manual(command)) console.log(line);
    return 0;
  }
  if (command === null) throw unknown(args);
  return command.run(read(command, args.slice(command.name.split(" ").length)));
}

/** The command whose name the words begin with. */
function commandIn(words: readonly string[]): Command | null {
  return commands.find(({ name }) => name.split(" ").every((word, index) => words[index] === word)) ?? null;
}

function unknown(words: readonly string[]): UsageError {
  const begun = commands.filter(({ name }) => name.startsWith(`${words[0]} `)).map(({ name }) => `"${name}"`);
  const hint = begun.length > 0 ? `There is ${begun.join(", ")}.` : '"npx hanse help" lists what there is.';
  return new UsageError(`"${words.slice(0, 2).join(" ")}" is not a command. ${hint}`);
}

function told(error: unknown): string[] {
  if (error instanceof Problem) {
    const [first, ...others] = error.errors.map(({ pointer, message }) => `${pointer.slice(1)}: ${message}`);
    return first === undefined || others.length === 0 ? [error.message] : [first, ...others];
  }
  if (error instanceof UsageError) return [error.message];
  return [error instanceof Error ? (error.stack ?? error.message) : String(error)];
}
