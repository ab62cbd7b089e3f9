import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { createLog } from "./log.ts";

function collected(plain: boolean) {
  const lines: string[] = [];
  const to = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { log: createLog({ level: "info", to, plain }), text: () => lines.join("") };
}

/** As the database reports a value that is there already. */
const duplicate = Object.assign(
  new Error('duplicate key value violates unique constraint "user_email_key"'),
  {
    code: "23505",
    constraint: "user_email_key",
    detail: "Key (email)=(berta@birch.example) already exists.",
    where: "COPY person, line 1: berta@birch.example",
  },
);

test("a line is one JSON object with level and time, and says of an error where, not with whose data", () => {
  const { log, text } = collected(false);
  log.error({ err: duplicate }, "request failed");
  const line = JSON.parse(text());
  expect(line).toMatchObject({
    level: "error",
    msg: "request failed",
    err: { constraint: "user_email_key" },
  });
  expect(Number.isNaN(Date.parse(line.time))).toBe(false);
  expect(text()).not.toContain("berta");
});

test("a person looking on sees sentences, not the requests that went well", () => {
  const { log, text } = collected(true);
  log.info({ route: "/api/v1/me", status: 200 }, "GET /api/v1/me 200");
  log.info("The database is back.");
  expect(text()).toMatch(/^\d\d:\d\d:\d\d The database is back\.\n$/);
});
