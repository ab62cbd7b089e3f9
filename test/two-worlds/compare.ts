import type { Answer } from "../world/client.ts";

const told = ["content-type", "content-disposition", "etag", "cache-control", "retry-after", "location"];
const madeId = /01a20000(?<dash>-?)0000\k<dash>7[0-9a-f]{3}\k<dash>[0-9a-f]{4}\k<dash>[0-9a-f]{12}/g;

/**
 * What somebody sees of an answer, without what differs by chance alone: ids that were made while the test ran become
 * numbers in the order in which they appear, secrets and hashes their kind, the machine's own time a word. Kept for a
 * whole conversation, so that what was one row stays one row.
 */
export function createReader(startedAt: Temporal.Instant): (answer: Answer) => string {
  const numbers = new Map<string, number>();
  const numberOf = (text: string) => {
    const number = numbers.get(text) ?? numbers.size + 1;
    numbers.set(text, number);
    return `#${number}`;
  };
  const isNow = (instant: string) =>
    Temporal.Instant.compare(Temporal.Instant.from(instant), startedAt.subtract({ minutes: 1 })) > 0;
  return (answer) => {
    const headers = told.map((name) => `${name}: ${answer.headers.get(name)}`).join("\n");
    const body = answer.text
      .replaceAll(/"requestId":"[^"]*"/g, '"requestId":""')
      .replaceAll(
        /"nextCursor":"([\w-]+)"/g,
        (_all, cursor: string) => `"nextCursor":${decoded(cursor, numberOf)}`,
      )
      // Facts that follow from what happens get their ids from the database.
      .replaceAll(/fct_([0-9a-f]{32})/g, (_all, id: string) => `fct_${numberOf(id)}`)
      .replaceAll(madeId, (id) => numberOf(id.replaceAll("-", "")))
      .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, (text) => (isNow(text) ? "<now>" : text))
      .replaceAll(/\b[0-9a-f]{64}\b/g, "<hash>")
      .replaceAll(/("signature":")[\w-]{86}/g, "$1<signature>")
      .replaceAll(/hanse_[\w-]{43}/g, "<key>")
      .replaceAll(/"hint":"[^"]{4}"/g, '"hint":"<hint>"')
      .replaceAll(/\/files\/(?:deal|touchpoint)\/[\w-]{115}/g, "/files/<link>")
      .replaceAll(/invitation#[\w-]+/g, "invitation#<token>");
    return `${answer.status}\n${headers}\n${body}`;
  };
}

function decoded(cursor: string, numberOf: (id: string) => string): string {
  const text = Buffer.from(cursor, "base64url").toString("utf8");
  return text.replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) =>
    numberOf(id.replaceAll("-", "")),
  );
}
