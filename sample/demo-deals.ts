/** A deal of the demo's own, in the columns of `crm/sales_pipeline.csv` and two more. */
export type DemoDeal = {
  opportunity_id: string;
  /** External id of the owner partner; empty where the vendor's own seller has the deal. */
  sales_agent: string;
  product: string;
  account: string;
  deal_stage: "Prospecting" | "Engaging" | "Won" | "Lost";
  engage_date: string;
  close_date: string;
  /** Whole US dollars; `0` for a lost deal and empty for an open one, as in the export. */
  close_value: string;
  /** E-mail of the direct seller; empty where a partner owns the deal. */
  seller: string;
  /** Tells these deals from the export's. */
  origin: "demo";
};

type Elapsed = { quarterStart: Temporal.PlainDate; today: Temporal.PlainDate };
type When = (elapsed: Elapsed) => string;

const directSeller = "sofia.marchetti@hanse.example";

/**
 * A dozen deals dated within the calendar quarter of `today` and never after it: won, lost, engaging and
 * prospecting, of the personas' partners and of a direct seller. One win closes today and one at the end of the
 * last month, as far as the quarter reaches, so that on any day something is held or coming. On the first
 * day of a quarter every date is that day.
 */
export function demoDeals(today: string): DemoDeal[] {
  const day = Temporal.PlainDate.from(today);
  const firstMonth = day.month - ((day.month - 1) % 3);
  const elapsed = { quarterStart: day.with({ month: firstMonth, day: 1 }), today: day };
  const start = share(0);
  return [
    deal("DEMO-0001", agent("Darcel Schlecht"), "GTX Plus Pro", "Kan-code", won(start, share(20), 5310)),
    deal("DEMO-0002", agent("Darcel Schlecht"), "MG Advanced", "Konex", won(start, endOfLastMonth, 3377)),
    deal("DEMO-0003", agent("Vicki Laflamme"), "GTX Pro", "Condax", won(start, endOfLastMonth, 4780)),
    deal("DEMO-0004", agent("Darcel Schlecht"), "GTX Basic", "Isdom", won(share(40), share(100), 541)),
    deal(
      "DEMO-0005",
      agent("Gladys Colclough"),
      "GTX Plus Basic",
      "Warephase",
      won(share(10), share(75), 1088),
    ),
    deal("DEMO-0006", agent("Vicki Laflamme"), "MG Special", "Cheers", lost(share(5), share(50))),
    deal("DEMO-0007", agent("Darcel Schlecht"), "GTK 500", "Hottechi", engaging(share(60))),
    deal("DEMO-0008", agent("Vicki Laflamme"), "GTX Plus Pro", "Treequote", engaging(share(85))),
    deal("DEMO-0009", agent("Darcel Schlecht"), "MG Advanced", "Goodsilron", prospecting),
    deal("DEMO-0010", direct, "GTX Plus Pro", "Xx-holding", won(share(15), share(55), 5482)),
    deal("DEMO-0011", direct, "GTK 500", "Massive Dynamic", engaging(share(30))),
    deal("DEMO-0012", direct, "MG Advanced", "Initech", lost(share(20), share(90))),
  ].map((dated) => dated(elapsed));
}

type Owner = Pick<DemoDeal, "sales_agent" | "seller">;
type Progress = Pick<DemoDeal, "deal_stage" | "engage_date" | "close_date" | "close_value">;

const direct: Owner = { sales_agent: "", seller: directSeller };

function agent(sales_agent: string): Owner {
  return { sales_agent, seller: "" };
}

function deal(
  opportunity_id: string,
  owner: Owner,
  product: string,
  account: string,
  progress: (elapsed: Elapsed) => Progress,
): (elapsed: Elapsed) => DemoDeal {
  return (elapsed) => ({ opportunity_id, ...owner, product, account, ...progress(elapsed), origin: "demo" });
}

function won(engaged: When, closed: When, dollars: number): (elapsed: Elapsed) => Progress {
  return (elapsed) => progress("Won", engaged(elapsed), closed(elapsed), String(dollars));
}

function lost(engaged: When, closed: When): (elapsed: Elapsed) => Progress {
  return (elapsed) => progress("Lost", engaged(elapsed), closed(elapsed), "0");
}

function engaging(engaged: When): (elapsed: Elapsed) => Progress {
  return (elapsed) => progress("Engaging", engaged(elapsed), "", "");
}

function prospecting(): Progress {
  return progress("Prospecting", "", "", "");
}

function progress(
  deal_stage: DemoDeal["deal_stage"],
  engage_date: string,
  close_date: string,
  close_value: string,
): Progress {
  return { deal_stage, engage_date, close_date, close_value };
}

/** The day that lies `percent` of the way from the quarter's first day to today. */
function share(percent: number): When {
  return ({ quarterStart, today }) => {
    const elapsedDays = quarterStart.until(today, { largestUnit: "day" }).days;
    return quarterStart.add({ days: Math.floor((elapsedDays * percent) / 100) }).toString();
  };
}

/** The last day of the month before today's, or the quarter's first day where that month is not in the quarter. */
function endOfLastMonth({ quarterStart, today }: Elapsed): string {
  const day = today.with({ day: 1 }).subtract({ days: 1 });
  return (Temporal.PlainDate.compare(day, quarterStart) < 0 ? quarterStart : day).toString();
}
