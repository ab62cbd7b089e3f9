import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { choose, goTo, openFound, rows, wordsOf } from "./hand.ts";
import { lookAt } from "./look.ts";
import { expect, signIn, test } from "./people.ts";
import { told } from "./told.ts";

const admin = { name: "Greta Holm", email: "greta.holm@northwind.example", password: "kettle-maple-harbor" };
const finance = {
  name: "Pavel Novak",
  email: "pavel.novak@northwind.example",
  password: "linden-otter-gable",
};

const samplePlan = fileURLToPath(new URL("../../sample/agent-programme.plan.json", import.meta.url));

test.describe.configure({ mode: "serial" });

test.describe("from an empty installation to the first colleague", () => {
  test("the token of the console makes the vendor and its first administrator, once", async ({
    somebody,
  }) => {
    const page = await somebody(told().empty);
    await page.goto("/");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Welcome to Hanse");
    await lookAt(page);
    await page.getByLabel("One-time token").fill("not-the-token");
    await page.getByLabel("Company").fill("Northwind Robotics");
    await choose(page.getByRole("combobox", { name: "Time zone" }), "Europe/Vienna");
    await choose(page.getByRole("combobox", { name: "Currency" }), "EUR");
    await page.getByLabel("Your name").fill(admin.name);
    await page.getByLabel("E-mail address", { exact: true }).fill(admin.email);
    await page.getByLabel("Choose a password").fill("short");
    await page.getByRole("button", { name: "Set up and sign in" }).click();
    await expect(page.getByLabel("Choose a password")).toHaveAttribute("aria-invalid", "true");

    await page.getByLabel("Choose a password").fill(admin.password);
    await page.getByRole("button", { name: "Set up and sign in" }).click();
    await expect(page.getByLabel("One-time token")).toHaveAttribute("aria-invalid", "true");

    await page.getByLabel("One-time token").fill(told().setupToken);
    await page.getByRole("button", { name: "Set up and sign in" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/, Greta$/);
    await expect(page.getByRole("banner")).toContainText("Northwind Robotics");
    await expect(page.getByRole("list", { name: "First steps" }).getByRole("listitem")).toHaveCount(7);

    const late = await somebody(told().empty);
    await late.goto(`/setup#${told().setupToken}`);
    await expect(late.getByRole("heading", { level: 1 })).toHaveText("This installation is set up");
  });

  test("a plan begins from a file, with its ladder, and comes back out of the installation as it went in", async ({
    somebody,
  }) => {
    const page = await somebody(told().empty);
    await page.goto("/");
    await signIn(page, admin.email, admin.password);
    await page.getByRole("list", { name: "First steps" }).getByRole("link", { name: "Write" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("New plan");
    await page.getByRole("tab", { name: "From a file" }).click();
    const file = page.locator("input[type=file]");
    await file.setInputFiles({
      name: "broken.json",
      mimeType: "application/json",
      buffer: Buffer.from('{\n  "name": "Agent programme",\n}'),
    });
    await expect(page.getByRole("alert")).toContainText("Line 3, column 1");

    await file.setInputFiles(samplePlan);
    const ladder = page.getByRole("region", { name: "Ladder: Agent tiers" });
    await expect(ladder).toContainText("Not here yet");
    await expect(ladder).toContainText("Gold from $60,000 won in the quarter before");
    await lookAt(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole("button", { name: "Begin the draft" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Version 1 of Agent programme");

    await goTo(page, "Plans");
    await page.getByRole("link", { name: "Tiers" }).click();
    await rows(page, "Programs").getByRole("link", { name: "Agent tiers" }).click();
    await expect(rows(page, "What the levels ask for").filter({ hasText: "Platinum" })).toContainText(
      "$120,000",
    );

    await goTo(page, "Plans");
    await expect(rows(page, "Plans")).toContainText("Draft, not published");
    await rows(page, "Plans").getByRole("link").first().click();
    await page.getByRole("link", { name: "Go on with the draft" }).first().click();
    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Agent programme");
    await page.getByRole("button", { name: "More actions" }).click();
    const saving = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "Save as a file" }).click();
    const saved = await (await saving).path();
    const plan: unknown = JSON.parse(await readFile(saved, "utf8"));
    expect(plan).toEqual(JSON.parse(await readFile(samplePlan, "utf8")));

    await page.goto("/plans/new?tab=file");
    await page.locator("input[type=file]").setInputFiles(samplePlan);
    await expect(ladder).toContainText("Here, the same");
    await page.getByRole("button", { name: "Begin the draft" }).click();
    await expect(page.getByLabel("Name of the plan")).toHaveAttribute("aria-invalid", "true");
  });

  test("a colleague is invited, comes in by the link and sees what finance may", async ({ somebody }) => {
    const page = await somebody(told().empty);
    await page.goto("/");
    await signIn(page, admin.email, admin.password);
    await goTo(page, "People");
    await page.getByRole("link", { name: "Invite a person" }).click();
    await page.getByLabel("E-mail address", { exact: true }).fill(finance.email);
    await page.getByRole("checkbox", { name: "Finance", exact: true }).check();
    await page.getByRole("button", { name: "Invite" }).click();
    await expect(page.getByRole("heading", { name: `${finance.email} is invited` })).toBeVisible();
    const link = await wordsOf(page.getByText(/^http:\/\/localhost/));

    const newcomer = await somebody(told().empty);
    await newcomer.goto(link);
    await expect(newcomer.getByRole("heading", { level: 1 })).toHaveText("Join Northwind Robotics");
    await expect(newcomer.getByRole("main")).toContainText(`Greta Holm invites ${finance.email}`);
    await newcomer.getByLabel("Your name").fill(finance.name);
    await newcomer.getByLabel("Choose a password").fill(finance.password);
    await newcomer.getByRole("button", { name: "Accept and come in" }).click();
    await expect(newcomer.getByRole("heading", { level: 1 })).toHaveText(/, Pavel$/);

    const places = newcomer.getByRole("navigation", { name: "Main" });
    await expect(places.getByRole("link", { name: "Runs" })).toBeVisible();
    await expect(places.getByRole("link", { name: "People" })).toHaveCount(0);
    await expect(places.getByRole("link", { name: "Imports" })).toHaveCount(0);
    for (const address of ["/people", "/people/invite", "/opportunities/new", "/imports"]) {
      await newcomer.goto(address);
      await expect(newcomer.getByRole("heading", { level: 1 })).toHaveText(
        "There is nothing at this address",
      );
    }

    const second = await somebody(told().empty);
    await second.goto(link);
    await expect(second.getByRole("heading", { level: 1 })).toHaveText("This invitation is no longer open");
  });

  test("whose access ends is out with the next click, and back when it is given back", async ({
    somebody,
  }) => {
    const colleague = await somebody(told().empty);
    await colleague.goto("/runs");
    await signIn(colleague, finance.email, finance.password);
    await expect(colleague.getByRole("heading", { level: 1 })).toHaveText("Runs");

    const page = await somebody(told().empty);
    await page.goto("/people");
    await signIn(page, admin.email, admin.password);
    await openFound(page, "People", "Pavel");
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "End access" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "End access" }).click();
    await expect(page.getByRole("button", { name: "Give access back" })).toBeVisible();

    await colleague.getByRole("navigation").getByRole("link", { name: "Earnings" }).click();
    await expect(colleague.getByRole("heading", { level: 1 })).toHaveText("Sign in");

    await page.getByRole("button", { name: "Give access back" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Give access back" }).click();
    await goTo(page, "People");
    await expect(rows(page, "People").filter({ hasText: finance.email })).toContainText("Active");
    await signIn(colleague, finance.email, finance.password);
  });
});
