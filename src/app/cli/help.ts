import type { Command } from "./command.ts";

/** All commands, one a line. */
export function overview(commands: readonly Command[]): string[] {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    "Hanse, for whoever operates it. Beside a running server or without one.",
    "",
    ...commands.map(({ name, summary }) => `  npx hanse ${name.padEnd(width)}  ${summary}`),
    "",
    "npx hanse help COMMAND shows what a command takes. What needs a right takes --as EMAIL, and the rights of that",
    "person hold. Which installation is meant follows from DATA_FOLDER and DATABASE_URL, as for npm start.",
  ];
}

/** One command in full. */
export function manual(command: Command): string[] {
  return [
    `npx hanse ${command.name} ${command.usage}`.trimEnd(),
    "",
    command.summary,
    ...(command.details.length === 0 ? [] : ["", ...command.details]),
  ];
}
