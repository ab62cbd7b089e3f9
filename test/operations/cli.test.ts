import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from "vitest";
import { answer } from "#app/cli/answer.ts";
import { listEarnings } from "#incentivize/earnings/contract.ts";
import planFile from "../../sample/agent-programme.plan.json" with { type: "json" };
import { play } from "../world/played.ts";
import { plan } from "../world/seed.ts";
import { createWorld, type World } from "../world/world.ts";

/* The command line beside a running server, on the world after its spring. */

let world: World;
let folder: string;
let told: string[];

beforeAll(async () => {
  world = await createWorld();
  await play(world);
  folder = await mkdtemp(join(inject("database").folder, "cli-"));
  const { host, port, user } = inject("database").owner;
  const { rows } = await world.admin.query<{ name: string }>("select current_database() as name");
  const url = new URL(`postgres://${user}@localhost:${port ?? 5432}/${rows[0]?.name}`);
  if (host !== undefined) url.searchParams.set("host", host);
  vi.stubEnv("DATABASE_URL", url.href);
  vi.stubEnv("DATA_FOLDER", world.hanse.config.dataFolder);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await world.close();
});

beforeEach(() => {
  told = [];
  for (const name of ["log", "error"] as const) {
    vi.spyOn(console, name).mockImplementation((line: unknown) => void told.push(String(line)));
  }
});

async function hanse(...words: string[]): Promise<{ code: number; said: string }> {
  const code = await answer(words);
  return { code, said: told.splice(0).join("\n") };
}

const email = (who: keyof World["people"]) => world.people[who].email;

test("help lists every command and explains each of them", async () => {
  const { code, said } = await hanse("help");
  expect(code).toBe(0);
  const names = [...said.matchAll(/^ {2}npx hanse ((?:[a-z]+ )+) /gm)].map(
    (match) => match[1]?.trim().split(" ") ?? [],
  );
  expect(names.length).toBeGreaterThan(8);
  for (const words of names) {
    const one = await hanse("help", ...words);
    expect(one.said.startsWith(`npx hanse ${words.join(" ")}`), one.said).toBe(true);
  }
});

test.each([
  ["dance", '"dance" is not a command. "npx hanse help" lists what there is.'],
  ["verify", '"verify" is not a command. There is "verify receipt", "verify ledger", "verify backup".'],
  ["run 2026-05", "It is written like this: hanse run PLAN MONTH --as EMAIL [--post] [--adjusts NUMBER]"],
  ["run plan may --as a@b.example", '"may" is not a month such as 2026-03.'],
  ["run plan 2026-05", "--as is missing: hanse run PLAN MONTH --as EMAIL [--post] [--adjusts NUMBER]"],
  ["status --loud", "Unknown option '--loud'. \"hanse help status\" shows what there is."],
])("what cannot be understood is said in one sentence: %s", async (line, sentence) => {
  expect(await hanse(...line.split(" "))).toEqual({ code: 2, said: sentence });
});

test("whoever is named acts with their own rights, no more", async () => {
  const nobody = await hanse("run", plan.id, "2026-04", "--as", "nobody@nowhere.example");
  expect(nobody.code).toBe(1);
  expect(nobody.said).toContain("Nobody with the address nobody@nowhere.example");
  for (const who of ["birch-admin", "direct-seller", "channel-manager"] as const) {
    expect(await hanse("run", plan.id, "2026-04", "--as", email(who), "--post"), who).toEqual({
      code: 1,
      said: "Your role does not allow this.",
    });
  }
});

test("a batch is released by another person than the one who made it", async () => {
  expect((await hanse("release", "payout", "2", "--as", email("finance"))).code).toBe(1);
  const released = await hanse("release", "payout", "2", "--as", email("finance-controller"));
  expect(released.said).toMatch(/^Batch 2 is released: [\d.]+ USD to \d+ payees\.$/);
  expect((await hanse("release", "payout", "2", "--as", email("finance-controller"))).code).toBe(1);
  expect((await hanse("release", "payout", "99", "--as", email("finance-controller"))).said).toBe(
    "There is no payout batch 99.",
  );
});

test("a month is previewed, then posted once; the ledger agrees with its lines afterwards", async () => {
  const preview = await hanse("run", planFile.name, "2026-04", "--as", email("finance"));
  expect(preview.code, preview.said).toBe(0);
  expect(preview.said).toContain("is a preview; nothing is booked.");
  const posted = await hanse("run", planFile.name, "2026-04", "--as", email("finance"), "--post");
  expect(posted.said).toMatch(/is posted and booked in 2026-04\.$/);
  const again = await hanse("run", planFile.name, "2026-04", "--as", email("finance"), "--post");
  expect(again.code).toBe(1);
  expect((await hanse("release", "holds")).said).toContain("Nordwind Systems:");
  const ledger = await hanse("verify", "ledger", "--all");
  expect(ledger.code, ledger.said).toBe(0);
  expect(ledger.said).toMatch(/^Nordwind Systems: the books agree, and [1-9]\d* receipts hold\.$/m);
});

test("books that were changed behind the product's back are noticed", async () => {
  const one = (
    await world.admin.query<{ id: string; amount_minor: string }>(
      "select id, amount_minor from earning where status = 'held' or status = 'approved' order by id limit 1",
    )
  ).rows[0];
  await world.admin.query("update earning set amount_minor = amount_minor + 1 where id = $1", [one?.id]);
  const ledger = await hanse("verify", "ledger", "--all");
  expect(ledger.code).toBe(1);
  expect(ledger.said).toMatch(/^Nordwind Systems: The account "expense" has .* where its lines make .*\.$/m);
  await world.admin.query("update earning set amount_minor = $2 where id = $1", [one?.id, one?.amount_minor]);
  expect((await hanse("verify", "ledger", "--all")).code).toBe(0);
});

test("a receipt explains itself in plain sentences, and one that was changed does not hold", async () => {
  const finance = world.as("finance");
  const [line] = (await finance.call(listEarnings, { query: { limit: 1 } })).items;
  const receipt = (await finance.get(`/earnings/${line?.id}/receipt`)).text;
  const path = join(folder, "receipt.json");
  await writeFile(path, receipt);
  const holds = await hanse("verify", "receipt", path);
  expect(holds.code, holds.said).toBe(0);
  expect(holds.said).toMatch(/^OK: recomputed to the same bytes \([0-9a-f]{64}\)\.$/m);
  const changed = JSON.parse(receipt);
  changed.result.amount = `${Number(changed.result.amount) + 1}.00`;
  await writeFile(path, JSON.stringify(changed));
  expect(await hanse("verify", "receipt", path)).toMatchObject({
    code: 1,
    said: expect.stringContaining("does not hold"),
  });
  await writeFile(path, "{");
  expect((await hanse("verify", "receipt", path)).said).toBe(
    `${path} cannot be read as a receipt: it is not JSON.`,
  );
});

test("a file is brought in; its problem rows are listed and left out only when that is said", async () => {
  const path = join(folder, "accounts.csv");
  await writeFile(path, "account,sector,employees\nNimbus Ltd,technology,12\nStratus Ltd,technology,many\n");
  const problems = join(folder, "problems.csv");
  const words = ["import", "accounts", path, "--as", email("channel-manager"), "--problems", problems];
  const refused = await hanse(...words);
  expect(refused.code, refused.said).toBe(1);
  expect(refused.said).toContain("2 rows, 1 good, 1 with errors");
  expect(await readFile(problems, "utf8")).toMatch(
    /^row,severity,column,field,problem,value\r\n3,error,employees,/,
  );
  const done = await hanse(...words, "--skip-problem-rows");
  expect(done.code, done.said).toBe(0);
  expect(done.said).toMatch(/1 created, 0 changed, 0 as they were, 1 left out\.$/);
});

test("a forgotten password is replaced: the old one and its sessions end, the new one lets in", async () => {
  const session = await world.signedIn("fir-seller");
  expect((await session.get("/me")).status).toBe(200);
  const path = join(folder, "password");
  await writeFile(path, "short\n");
  const asked = ["person", "password", "--password-file", path, "--email"];
  expect(await hanse(...asked, email("fir-seller"))).toMatchObject({
    code: 1,
    said: expect.stringContaining("Use at least 10 characters."),
  });
  expect((await session.get("/me")).status).toBe(200);
  await writeFile(path, "larch-copper-delta\n");
  const done = await hanse(...asked, email("fir-seller").toUpperCase());
  expect(done.code, done.said).toBe(0);
  expect((await session.get("/me")).status).toBe(401);
  await expect(world.signedIn("fir-seller")).rejects.toThrow("could not sign in");
  const response = await fetch(`${world.origin}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: world.origin },
    body: JSON.stringify({ email: email("fir-seller"), password: "larch-copper-delta" }),
  });
  expect(response.status).toBe(200);
  expect(await hanse(...asked, "nobody@fir.example")).toMatchObject({
    code: 1,
    said: expect.stringContaining("Nobody signs in with the address"),
  });
});

test("status says how it is without changing anything, and what should be put right", async () => {
  const { code, said } = await hanse("status");
  expect(code).toBe(1);
  expect(said).toContain("vendors: 2,");
  expect(said).toContain("BACKUP_DATABASE_URL");
});
