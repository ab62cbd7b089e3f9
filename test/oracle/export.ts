import { readFileSync } from "node:fs";
import type { Product, Row, Team } from "./naive-plan.ts";

export type Column =
  | "opportunity_id"
  | "sales_agent"
  | "product"
  | "account"
  | "deal_stage"
  | "engage_date"
  | "close_date"
  | "close_value";
/** A line of the pipeline as it stands in the file. */
export type PipelineLine = Record<Column, string>;

const crm = new URL("../../sample/crm/", import.meta.url);

/** The rows of a CSV file of the export. None of them quotes a value; a quote is refused, not guessed at. */
export function readExport(file: string): Record<string, string>[] {
  return readLines(readFileSync(new URL(file, crm), "utf8"));
}

export function readLines(csv: string): Record<string, string>[] {
  if (csv.includes('"')) throw new Error("this reader knows no quotes");
  const [header = "", ...lines] = csv.trimEnd().split("\r\n");
  const columns = header.split(",");
  return lines.map((line) => {
    const values = line.split(",");
    if (values.length !== columns.length) throw new Error(`a line with another number of columns: ${line}`);
    return Object.fromEntries(columns.map((column, at) => [column, values[at] ?? ""]));
  });
}

export function readPipeline(): PipelineLine[] {
  return readExport("sales_pipeline.csv").map((line) => ({
    opportunity_id: field(line, "opportunity_id"),
    sales_agent: field(line, "sales_agent"),
    product: field(line, "product"),
    account: field(line, "account"),
    deal_stage: field(line, "deal_stage"),
    engage_date: field(line, "engage_date"),
    close_date: field(line, "close_date"),
    close_value: field(line, "close_value"),
  }));
}

/** A line of the pipeline as the plan sees it. */
export function rowOf(line: Omit<PipelineLine, "account" | "engage_date">): Row {
  return {
    opportunityId: line.opportunity_id,
    agent: line.sales_agent,
    stage: line.deal_stage,
    closeDay: line.close_date,
    lines: [{ product: line.product, value: line.close_value }],
  };
}

export function readTeams(): Team[] {
  return readExport("sales_teams.csv").map((line) => ({
    agent: field(line, "sales_agent"),
    master: field(line, "manager"),
  }));
}

export function readProducts(): Product[] {
  return readExport("products.csv").map((line) => ({
    product: field(line, "product"),
    series: field(line, "series"),
  }));
}

/** What SOURCE.md says about the export, as counted by its publisher. */
export function readSourceFacts(): unknown {
  const text = readFileSync(new URL("SOURCE.md", crm), "utf8");
  const json = /```json\n([\s\S]*?)\n```/.exec(text)?.[1];
  if (json === undefined) throw new Error("SOURCE.md has no block of facts");
  return JSON.parse(json);
}

function field(line: Record<string, string>, column: string): string {
  const value = line[column];
  if (value === undefined) throw new Error(`no column ${column}`);
  return value;
}
