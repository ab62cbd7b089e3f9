import { createReadStream, createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import Papa from "papaparse";

/** The days of the export that a demo is set up around, before any shift. */
export const exportDays = {
  firstEngage: "2016-10-20",
  lastClose: "2017-12-31",
  /** From here the sample's edges and plan hold: the first day of the first engage date's quarter. */
  programmeStart: "2016-10-01",
} as const;

/**
 * Months to move `lastClose` so that it lies in the last full quarter, which is the calendar quarter before
 * the one that holds `today`. Always a multiple of three, so that quarters keep their contents.
 */
export function shiftMonthsFor(today: string, lastClose: string): number {
  return 3 * (quarterNumber(today) - 1 - quarterNumber(lastClose));
}

/** `day` moved by `months`; a day that the new month lacks becomes its last. Throws a RangeError for no date. */
export function shiftDay(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }, { overflow: "constrain" }).toString();
}

/**
 * Writes a copy of the CSV file `from` to `to` with every date column (named `…_date`) moved by `months`.
 * Empty dates stay empty, everything else stays as it is. Streams; answers the number of rows below the header.
 */
export async function writeShifted(from: string | URL, to: string | URL, months: number): Promise<number> {
  let rows = 0;
  await pipeline(
    createReadStream(from, "utf8"),
    Papa.parse(Papa.NODE_STREAM_INPUT, { skipEmptyLines: true }),
    async function* (records: AsyncIterable<string[]>) {
      let isDate: boolean[] | undefined;
      for await (const record of records) {
        if (isDate) {
          rows += 1;
          yield csvLine(shiftRecord(record, isDate, months));
        } else {
          isDate = record.map((column) => column.endsWith("_date"));
          yield csvLine(record);
        }
      }
    },
    createWriteStream(to),
  );
  return rows;
}

function shiftRecord(record: string[], isDate: boolean[], months: number): string[] {
  return record.map((value, column) => (isDate[column] && value !== "" ? shiftDay(value, months) : value));
}

function csvLine(record: string[]): string {
  return `${Papa.unparse([record])}\r\n`;
}

/** Quarters since the year 0, so that neighbours differ by one. */
function quarterNumber(day: string): number {
  const { year, month } = Temporal.PlainDate.from(day);
  return year * 4 + Math.floor((month - 1) / 3);
}
