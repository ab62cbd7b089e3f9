/*
 * The import order of ARCHITECTURE.md: a folder imports itself and the folders above it in the list, never below.
 * depcruise is content when it finds no file at all, so scripts/boundaries.js runs it and counts.
 */

const order = [
  "platform",
  "ui",
  "ledger",
  "ecosystem",
  "onboard",
  "enable",
  "market",
  "sell",
  "attribution",
  "incentivize",
  "accelerate",
  "insight",
  "connect",
  "app",
];
/** Folders whose subfolders are features of their own. The others are one thing each. */
const pillars = order.slice(order.indexOf("ecosystem"), order.indexOf("app"));
const aFeature = `^src/(?:${pillars.join("|")})/[^/]+/`;
/** Tests stand outside: they use the whole product. */
const tests = "^test/|\\.(?:test|fixture|testing)\\.tsx?$";
/** What a feature shows to others, server and browser alike. */
const frontDoors = `${aFeature}(?:contract|index|events|roles|wire|prefixes|modules)\\.ts$`;
/** Pure functions that all of the folder is about: runs, earnings and statements read them one by one. */
const planEngine = "^src/incentivize/plans/[^/]+\\.ts$";
/** What runs in the browser. */
const web = "^src/ui/|^src/app/web/|/web/";

module.exports = {
  forbidden: [
    ...order.slice(0, -1).map((folder, index) => ({
      name: `${folder}-imports-nothing-below-it`,
      comment: `What ${folder} needs from further down belongs higher up, or comes in through a port.`,
      severity: "error",
      from: { path: `^src/${folder}/` },
      to: { path: `^src/(?:${order.slice(index + 1).join("|")})/` },
    })),
    {
      name: "no-cycles",
      severity: "error",
      from: { path: "^src/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "no-cycles-between-features",
      comment: "Features of one folder are ordered too, types included.",
      severity: "error",
      scope: "folder",
      from: { path: "^src/[^/]+/[^/]+$" },
      to: { circular: true },
    },
    {
      name: "features-meet-at-their-front-doors",
      comment: "contract.ts, what it re-exports of the rules, index.ts and web/index.tsx are for others; the rest is not.",
      severity: "error",
      from: { path: `(${aFeature})` },
      to: {
        path: aFeature,
        pathNot: ["^$1", frontDoors, `${aFeature}web/index\\.tsx$`, planEngine],
      },
    },
    {
      name: "the-plan-engine-is-incentivize's-own",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/incentivize/" },
      to: { path: planEngine, pathNot: frontDoors },
    },
    {
      name: "app-uses-front-doors",
      severity: "error",
      from: { path: "^src/app/" },
      to: {
        path: aFeature,
        pathNot: [frontDoors, `${aFeature}web/`],
      },
    },
    {
      name: "the-browser-never-reaches-the-server",
      severity: "error",
      from: { path: web },
      to: { path: "/server/|^src/platform/(?:database|auth|jobs|files|mail)/|^src/[^/]+/[^/]+/index\\.ts$", reachable: true },
    },
    {
      name: "the-browser-has-no-node",
      severity: "error",
      from: { path: web },
      to: { path: "^(?:node:.*|assert|buffer|child_process|crypto|events|fs|fs/promises|http|https|net|os|path|process|stream|timers|tls|url|util|zlib)$", reachable: true },
    },
    {
      name: "contracts-are-pure",
      comment: "A contract is read by the browser and by other features: no server, no node.",
      severity: "error",
      from: { path: "/contract\\.ts$" },
      to: { path: "/server/|/index\\.ts$", reachable: true },
    },
    {
      name: "only-the-door-has-the-driver",
      comment: "All vendors' data is behind src/platform/database; the queue and sign-in bring tables of their own.",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/platform/(?:database|auth|jobs|http/problems)" },
      to: { path: "node_modules/(?:pg|pg-copy-streams)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "nothing-imports-what-is-not-there",
      severity: "error",
      from: { path: "^src/" },
      to: { couldNotResolve: true, path: "^(?:\\.|#|src/)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: tests },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
    cache: false,
  },
};
