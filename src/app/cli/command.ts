import { type ParseArgsOptionsConfig, parseArgs } from "node:util";

/** One command of `npx hanse`. */
export interface Command {
  /** The words that call it, such as `verify receipt`. */
  name: string;
  /** What follows them, as help shows it. */
  usage: string;
  /** One sentence for the list of commands. */
  summary: string;
  /** Further lines for `hanse help NAME`. */
  details: readonly string[];
  options: ParseArgsOptionsConfig;
  /** How many words it takes beside its options. */
  words: number;
  /** Answers the exit code: 0 unless told. */
  run(given: Given): Promise<number | undefined>;
}

/** What the operator typed, checked against the command. */
export interface Given {
  words: readonly string[];
  /** The value of an option that must be there. */
  needed(name: string): string;
  /** The value of an option, or null. */
  text(name: string): string | null;
  /** All values of an option that may be repeated. */
  all(name: string): readonly string[];
  flag(name: string): boolean;
}

/** The command line cannot be understood; told as one sentence, with exit code 2. */
export class UsageError extends Error {}

/** Reads the words behind a command's name. @throws UsageError */
export function read(command: Command, args: readonly string[]): Given {
  const { values, positionals } = parsed(command, args);
  if (positionals.length !== command.words) {
    throw new UsageError(`It is written like this: hanse ${command.name} ${command.usage}`.trimEnd());
  }
  const text = (name: string) => {
    const value = values[name];
    return typeof value === "string" ? value : null;
  };
  return {
    words: positionals,
    text,
    needed: (name) => {
      const value = text(name);
      if (value === null || value === "") {
        throw new UsageError(`--${name} is missing: hanse ${command.name} ${command.usage}`);
      }
      return value;
    },
    all: (name) => [values[name] ?? []].flat().filter((one) => typeof one === "string"),
    flag: (name) => values[name] === true,
  };
}

function parsed(command: Command, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: command.options, allowPositionals: true, strict: true });
  } catch (error) {
    if (!(error instanceof TypeError && "code" in error)) throw error;
    const [sentence = ""] = error.message.split(/\. |\n/);
    throw new UsageError(`${sentence}. "hanse help ${command.name}" shows what there is.`);
  }
}

/** An option whose value is text. */
export const text = { type: "string" } as const;
/** An option that may be given several times. */
export const several = { type: "string", multiple: true } as const;
/** An option without a value. */
export const flag = { type: "boolean" } as const;
/** In whose name a command acts. */
export const as = { as: text };
