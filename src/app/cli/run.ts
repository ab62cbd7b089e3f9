import { listPlans } from "#incentivize/plans/wire.ts";
import * as runs from "#incentivize/runs/contract.ts";
import { Problem } from "#platform/problem.ts";
import type { Caller } from "../caller.ts";
import { as, type Command, flag, text, UsageError } from "./command.ts";
import { everyItem } from "./every-item.ts";
import { inTheNameOf } from "./installed.ts";
import { table } from "./terminal.ts";

export const runPlan: Command = {
  name: "run",
  usage: "PLAN MONTH --as EMAIL [--post] [--adjusts NUMBER]",
  summary: "Compute what a month's wins earn by a plan; with --post, book it.",
  details: [
    "PLAN       its name or id",
    "MONTH      such as 2026-03",
    "--post     book the lines; without it there is a preview to look at, which books nothing",
    "--adjusts  the number of the month's posted run: book what came or changed after it",
  ],
  options: { ...as, post: flag, adjusts: text },
  words: 2,
  async run(given) {
    const [plan = "", period = ""] = given.words;
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(period))
      throw new UsageError(`"${period}" is not a month such as 2026-03.`);
    const number = given.text("adjusts");
    await inTheNameOf(given.needed("as"), async (caller) => {
      const planId = await planCalled(caller, plan);
      const adjusts = number === null ? undefined : await runNumbered(caller, planId, number);
      const preview = await caller.call(runs.previewRun, { body: { planId, period, adjusts } });
      if (!given.flag("post"))
        return report(preview, `Run ${preview.number} is a preview; nothing is booked.`);
      const posted = await caller.call(runs.postRun, { params: { runId: preview.id } });
      report(posted, `Run ${posted.number} is posted and booked in ${posted.bookedIn}.`);
    });
    return 0;
  },
};

function report(run: runs.RunRecord, sentence: string): void {
  const { plan, period, components, total, wins, partners, problems } = run;
  console.log(`${plan.name}, ${period}: ${wins} wins of ${partners} partners.`);
  const rows = [
    ...components.map(({ label, lines, amount }) => [label, String(lines), amount.amount]),
    ["Total", "", total.amount],
  ];
  for (const line of table(rows, new Set([1, 2]))) console.log(`  ${line} ${total.currency}`);
  if (problems > 0) console.log(`${problems} wins could not be turned into money; the run's page tells why.`);
  console.log(sentence);
}

async function planCalled(caller: Caller, wanted: string): Promise<string> {
  for await (const { id, name } of everyItem((query) => caller.call(listPlans, { query }))) {
    if (id === wanted || name.toLowerCase() === wanted.toLowerCase()) return id;
  }
  throw new Problem({ status: 404, type: "not-found", detail: `There is no plan called "${wanted}".` });
}

async function runNumbered(caller: Caller, planId: string, wanted: string): Promise<string> {
  for await (const { id, number } of everyItem((query) =>
    caller.call(runs.listRuns, { query: { ...query, planId } }),
  )) {
    if (String(number) === wanted) return id;
  }
  throw new Problem({ status: 404, type: "not-found", detail: `This plan has no run ${wanted}.` });
}
