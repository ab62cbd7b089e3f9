import { describe, expect, test } from "vitest";
import { readDomain } from "./domain.ts";

describe("names one company", () => {
  test.each([
    ["acme.com", "acme.com"],
    ["https://www.Acme.com/about?x=1#y", "acme.com"],
    ["shop.acme.co.uk", "acme.co.uk"],
    ["ACME.COM.", "acme.com"],
    ["buyer@mail.acme.de", "acme.de"],
    ["http://acme.com:8080", "acme.com"],
    ["https://user:secret@acme.com/", "acme.com"],
    ["https://müller.de", "xn--mller-kva.de"],
    ["xn--mller-kva.de", "xn--mller-kva.de"],
    ["acme.com.gmail.com.acme.io", "acme.io"],
    ["https://user:secret@shop.acme.com:8443/path?x=a@b.com", "acme.com"],
    ["buyer@xn--mller-kva.de", "xn--mller-kva.de"],
    ["ελληνικά.gr", "xn--hxargifdar.gr"],
  ])("%s", (typed, domain) => {
    expect(readDomain(typed)).toEqual({ names: "company", domain });
  });
});

describe("is shared by many", () => {
  test.each(["someone@gmail.com", "web.de", "acme.github.io", "acme.myshopify.com", "yahoo.co.uk"])(
    "%s",
    (typed) => {
      expect(readDomain(typed)).toMatchObject({ names: "many" });
    },
  );
  test("a group's domain, where the vendor says so", () => {
    expect(readDomain("unit.group.example.com", ["example.com"])).toEqual({
      names: "many",
      domain: "example.com",
    });
    expect(readDomain("unit.group.example.com")).toEqual({ names: "company", domain: "example.com" });
  });
});

describe("names nothing", () => {
  test.each([
    "",
    " ",
    "co.uk",
    "github.io",
    "buyer@co.uk",
    "buyer@192.168.0.1",
    "https://user:secret@10.0.0.1:8080/x",
    "2130706433",
    "xn--",
    "com",
    "localhost",
    "192.168.0.1",
    "[::1]",
    "acme",
    "acme.notatld",
    "..",
    "a b.com",
    "javascript:alert(1)",
  ])("%s", (typed) => {
    expect(readDomain(typed)).toEqual({ names: "nothing" });
  });
});
