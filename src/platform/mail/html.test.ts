import { expect, test } from "vitest";
import { htmlOf } from "./html.ts";

const letter = {
  paragraphs: ["Hello <b>Ann</b> & Co,", 'He said "now".\nSee https://partners.example/x?a=1&b=2 today.'],
  act: { label: "Open", url: "https://partners.example/deals/1" },
  foot: ["Why you get it."],
};
const dress = { name: "Nordwind <Hub>", colour: "#a1306b", language: "en" };

test("what is said is escaped, its lines stay and its addresses are links", () => {
  const html = htmlOf(dress, letter);
  expect(html).toContain("Hello &lt;b&gt;Ann&lt;/b&gt; &amp; Co,");
  expect(html).toContain("He said &quot;now&quot;.<br>See ");
  expect(html).toContain('<a href="https://partners.example/x?a=1&amp;b=2"');
  expect(html).toContain("Nordwind &lt;Hub&gt;");
  expect(html).not.toMatch(/<img|<script|url\(|<link/);
});

test("it has the vendor's colour, and the direction of its language", () => {
  expect(htmlOf(dress, letter)).toMatch(/border-top:4px solid #a1306b.*background:#a1306b/s);
  expect(htmlOf(dress, letter)).toContain('<html lang="en" dir="ltr">');
  expect(htmlOf({ ...dress, language: "ar" }, letter)).toContain('<html lang="ar" dir="rtl">');
});
