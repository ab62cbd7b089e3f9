/*
 * Rows in PostgreSQL's binary COPY format: every value is preceded by its length, so nothing needs escaping.
 * Source: PostgreSQL documentation, "COPY", section "Binary Format"; arrays as `array_send` writes them.
 */

const header = Buffer.concat([Buffer.from("PGCOPY\n\xff\r\n\0", "latin1"), Buffer.alloc(8)]);
const trailer = Buffer.from([0xff, 0xff]);
const textTypeOid = 25;
const fieldsPerRow = 4;
const fullBytes = 64 * 1024;
/** A UTF-16 code unit becomes at most three bytes of UTF-8. */
const maxBytesPerCodeUnit = 3;

/** Builds the bytes of `copy import_stage (import_id, row_no, cells, problems) from stdin with (format binary)`. */
export interface StageBytes {
  /** What comes before all rows and after them. */
  readonly header: Buffer;
  readonly trailer: Buffer;
  add(rowNo: number, cells: readonly (string | null)[], problems: string | null): void;
  /** True when there is enough to be sent. */
  full(): boolean;
  /** Hands over what was added since the last time. */
  take(): Buffer;
}

export function createStageBytes(importId: string): StageBytes {
  const id = Buffer.from(importId.replaceAll("-", ""), "hex");
  let bytes = Buffer.allocUnsafe(2 * fullBytes);
  let end = 0;
  const int32 = (value: number) => {
    end = bytes.writeInt32BE(value, end);
  };
  const text = (value: string, prefix = "") => {
    const start = end + 4;
    end = start + bytes.write(prefix + value, start, "utf8");
    bytes.writeInt32BE(end - start, start - 4);
  };
  const array = (cells: readonly (string | null)[]) => {
    const start = end + 4;
    end = start;
    int32(1);
    int32(cells.includes(null) ? 1 : 0);
    int32(textTypeOid);
    int32(cells.length);
    int32(1);
    for (const cell of cells) {
      if (cell === null) int32(-1);
      else text(cell);
    }
    bytes.writeInt32BE(end - start, start - 4);
  };
  return {
    header,
    trailer,
    add(rowNo, cells, problems) {
      const needed = end + 64 + roomFor(cells, problems);
      if (needed > bytes.length) bytes = Buffer.concat([bytes.subarray(0, end)], 2 * needed);
      end = bytes.writeInt16BE(fieldsPerRow, end);
      int32(id.length);
      end += id.copy(bytes, end);
      int32(4);
      int32(rowNo);
      array(cells);
      if (problems === null) int32(-1);
      // jsonb begins with the version of its format.
      else text(problems, "\x01");
    },
    full: () => end >= fullBytes,
    take() {
      const taken = bytes.subarray(0, end);
      bytes = Buffer.allocUnsafe(2 * fullBytes);
      end = 0;
      return taken;
    },
  };
}

function roomFor(cells: readonly (string | null)[], problems: string | null): number {
  let units = problems === null ? 0 : problems.length;
  for (const cell of cells) units += cell === null ? 0 : cell.length;
  return units * maxBytesPerCodeUnit + cells.length * 4;
}
