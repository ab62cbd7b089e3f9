/*
 * `npx hanse …`: what whoever operates an installation does from its console. Exit code 0: done; 1: refused or failed,
 * with a sentence that says why; 2: the command line cannot be understood.
 */

import { answer } from "./cli/answer.ts";

process.exitCode = await answer(process.argv.slice(2));
