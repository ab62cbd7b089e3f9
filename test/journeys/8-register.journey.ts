import { call, inDays, register } from "./api.ts";
import { choose, fact, goTo, openFound, rows, stateOf, writeDay } from "./hand.ts";
import { expect, test } from "./people.ts";

test("a seller registers a deal, answers the vendor's question, and sees it protected", async ({ as }) => {
  const page = await as("sub-agent");
  await goTo(page, "Registrations");
  await page.getByRole("link", { name: "Register a deal" }).first().click();
  await page.getByRole("combobox", { name: "Company" }).fill("Bergbahn Seilwerk AG");
  await page.getByLabel("Website").fill("bergbahn-seilwerk.ch");
  await page.getByLabel("Website").press("Tab");
  await expect(page.getByRole("combobox", { name: "Country" })).toHaveValue("Switzerland");
  await choose(page.getByRole("combobox", { name: "Product" }), "GTX Plus Pro");
  await expect(page.getByLabel("Amount")).toHaveValue("5482.00");
  await expect(page.getByText("Saved as a draft.")).toBeVisible();

  // Whoever leaves finds the draft again.
  await page.reload();
  await expect(page.getByRole("combobox", { name: "Company" })).toHaveValue("Bergbahn Seilwerk AG");
  await expect(page.getByLabel("Amount")).toHaveValue("5482.00");
  await page.getByRole("button", { name: "Register the deal" }).click();
  const close = page.getByLabel("Expected close");
  await expect(close).toHaveAccessibleDescription("Say when you expect it to close.");
  await writeDay(close, inDays(60));
  await page.getByRole("button", { name: "Register the deal" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bergbahn Seilwerk AG");
  await expect(stateOf(page)).toHaveText("Submitted");
  await expect(fact(page, "SHA-256")).toHaveText(/^[0-9a-f]{64}$/);
  await expect(fact(page, "Number")).toHaveText(/^\d+$/);
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the receipt" }).click(),
  ]);
  expect(saved.suggestedFilename()).toMatch(/^receipt-\d+\.json$/);

  const path = new URL(page.url()).pathname;
  await call("channel manager", "POST", `${path}/questions`, { question: "Who signs the order?" });
  // The bell says so, wherever one is, and leads there; whoever has been there has read it.
  const bell = page.getByRole("button", { name: /^Notices, \d+ unread$/ });
  await expect(async () => {
    await page.goto("/notices?state=unread");
    await expect(
      rows(page, "Notices").filter({ hasText: "Question about Bergbahn Seilwerk AG" }),
    ).toHaveCount(1, { timeout: 2_000 });
  }).toPass();
  await bell.click();
  await page.getByRole("menuitem", { name: /Question about Bergbahn Seilwerk AG/ }).click();
  await expect(stateOf(page)).toHaveText("Question open");
  await page.goBack();
  await expect(page.getByText("Question about Bergbahn Seilwerk AG")).toHaveCount(0);
  await page.goto(path);
  await expect(stateOf(page)).toHaveText("Question open");
  await page.getByLabel("Who signs the order?").fill("The head of operations, Rosa Keller.");
  await page.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(stateOf(page)).toHaveText("In review");
  await expect(page.getByRole("main")).toContainText("The head of operations, Rosa Keller.");

  const { version } = await call("channel manager", "GET", path);
  await call("channel manager", "POST", `${path}/approval`, {}, version);
  await page.reload();
  await expect(stateOf(page)).toHaveText("In review");
  await call("channel manager", "POST", `${path}/decision`);
  await page.reload();
  await expect(stateOf(page)).toHaveText("Approved");
  await expect(fact(page, "Protection").first()).toContainText("90 days left");
  await expect(page.getByRole("button", { name: "Say that it was won" })).toBeVisible();
  await fact(page, "Deal").getByRole("link").click();
  await expect(page.getByRole("main")).toContainText("approved registration");

  await goTo(page, "Registrations");
  const row = rows(page, "Registrations").filter({ hasText: "Bergbahn Seilwerk AG" });
  await expect(row).toContainText("Approved");
  await expect(row).toContainText("90 days");
});

test("what a seller registered is taken back, and a draft is thrown away", async ({ as }) => {
  const page = await as("sub-agent");
  const draft = await call("sub-agent", "POST", "/deals", {
    customerName: "Talstation Kabel GmbH",
    customerCountry: "DE",
    expectedCloseOn: inDays(30),
  });
  await page.goto(`/deals/${draft.id}`);
  await expect(stateOf(page)).toHaveText("Draft");
  await page.getByRole("link", { name: "Go on with it" }).click();
  await page.getByRole("button", { name: "Register the deal" }).click();
  const product = page.getByRole("combobox", { name: "Product" });
  await expect(product).toHaveAccessibleDescription("Add at least one product.");
  await choose(product, "MG Special");
  await page.getByRole("button", { name: "Register the deal" }).click();
  await expect(stateOf(page)).toHaveText("Submitted");

  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Withdraw" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("The customer does not buy.").click();
  await dialog.getByRole("button", { name: "Withdraw" }).click();
  await expect(stateOf(page)).toHaveText("Withdrawn");
  await expect(page.getByRole("main")).toContainText("The customer does not buy.");

  const other = await call("sub-agent", "POST", "/deals", { customerName: "Gipfel Holding" });
  await page.goto(`/deals/${other.id}`);
  await page.getByRole("button", { name: "More actions" }).click();
  await page.getByRole("menuitem", { name: "Throw the draft away" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Throw away" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Registrations");
  await openFound(page, "Registrations", "Talstation Kabel");
  await expect(stateOf(page)).toHaveText("Withdrawn");
});

test("a known customer fills the form by keyboard, evidence goes along, and two tabs lose nothing", async ({
  as,
}) => {
  await register("sub-agent", "Gletscherlift AG");
  const page = await as("sub-agent");
  await page.goto("/deals/new");
  const company = page.getByRole("combobox", { name: "Company" });
  await expect(company).toBeFocused();
  await page.keyboard.type("gletsch");
  await expect(page.getByRole("option", { name: /Gletscherlift AG/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(company).toHaveValue("Gletscherlift AG");
  await expect(page.getByRole("combobox", { name: "Country" })).not.toHaveValue("");

  await page.getByText("Evidence", { exact: true }).click();
  const pdf = { name: "offer.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF\n") };
  const svg = { name: "logo.svg", mimeType: "image/svg+xml", buffer: Buffer.from("<svg><script/></svg>") };
  await page.getByLabel("Add a proposal").setInputFiles([svg, pdf]);
  await expect(page.getByRole("alert")).toContainText("logo.svg: Send a PDF");
  const offer = page.getByRole("button", { name: "offer.pdf", exact: true });
  const [saved] = await Promise.all([page.waitForEvent("download"), offer.click()]);
  expect(saved.suggestedFilename()).toBe("offer.pdf");
  expect(new URL(saved.url()).pathname).toMatch(/^\/files\/deal\//);

  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel("Project").fill("Mittelstation");
  await expect(other.getByText("Saved as a draft.")).toBeVisible();
  await other.close();
  await writeDay(page.getByLabel("Expected close"), inDays(60));
  await expect(page.getByLabel("Project")).toHaveValue("Mittelstation");
  await page.goto("/deals/new");
  await page.getByRole("link", { name: "Go on with it" }).click();
  await expect(page.getByLabel("Project")).toHaveValue("Mittelstation");
  await expect(offer).toBeVisible();
});
