import type { Pool } from "pg";
import { bindBooks, mailTexts, type NoticeBook } from "#ecosystem/notices/index.ts";
import type { Policy, Resolver } from "#ecosystem/people/index.ts";
import type { ModuleKey } from "#ecosystem/vendors/modules.ts";
import type { Auth } from "#platform/auth/auth.ts";
import type { Door } from "#platform/database/door.ts";
import type { EventType } from "#platform/events/event.ts";
import type { Handler } from "#platform/events/handlers.ts";
import type { FileStore } from "#platform/files/files.ts";
import type { FileLinks } from "#platform/files/links.ts";
import type { Route } from "#platform/http/route.ts";
import type { Job, Jobs } from "#platform/jobs/jobs.ts";
import type { Mailer } from "#platform/mail/mail.ts";
import { inModules, isOff, type Owned } from "#platform/modules.ts";
import type { VendorContext } from "#platform/principal.ts";
import type { Clock } from "#platform/time/clock.ts";

/** What the features are given: the ports of the platform, plugged in. */
export interface Services {
  door: Door;
  clock: Clock;
  files: FileStore;
  fileLinks: FileLinks;
  auth: Auth;
  mailer: Mailer;
  secret: string;
  controlPool: Pool;
  ownerPool: Pool;
  resolver: Resolver;
  /** Address under which people reach the pages, for links. */
  publicUrl: () => string;
  enqueue: Jobs["add"];
}

/** One feature as the product is put together from it. What it does not have it leaves out. */
export interface Feature {
  name: string;
  /** Off where one of them is switched off; without any it is the core, which is always on. */
  modules: readonly ModuleKey[];
  /** Who may do what. */
  policy?: Policy;
  /** What it writes into the stream. */
  events?: Readonly<Record<string, EventType>>;
  /** Beginnings of what its own texts belong to, such as `program:`. */
  texts?: readonly string[];
  /** What people are told of, whom and in which words. */
  notices?: NoticeBook;
  routes?: (services: Services) => readonly Route[];
  jobs?: (services: Services) => readonly Job[];
  handlers?: (services: Services) => readonly Handler[];
}

/** Every feature's parts, each marked with its modules. @throws Error for a feature that says none, not even that it has none */
export function bindFeatures(features: readonly Feature[]) {
  for (const { name, modules } of features) {
    // What is not checked by the compiler, such as a feature of somebody's own, is refused here.
    if (!Array.isArray(modules))
      throw new Error(`The feature ${name} does not say to which modules it belongs. Without any, write [].`);
  }
  const modulesOf = new Map(
    features.flatMap(({ policy = {}, modules }) => Object.keys(policy).map((act) => [act, modules] as const)),
  );
  const all = <Part extends Owned>(of: (feature: Feature) => readonly Part[] | undefined) =>
    features.flatMap((feature) => inModules(feature.modules, of(feature) ?? []));
  return {
    policies: features.flatMap(({ policy }) => (policy === undefined ? [] : [policy])),
    acts: new Set(modulesOf.keys()),
    /** False for an act that is nobody's, since its module is off. */
    isOn: (act: string, vendor: VendorContext) => !isOff({ modules: modulesOf.get(act) ?? [] }, vendor),
    /** What happened in modules that are off, and is not told. */
    untold: (vendor: VendorContext) =>
      features
        .filter((feature) => isOff(feature, vendor))
        .flatMap(({ events = {} }) => Object.values(events).map(({ type }) => type)),
    /** Texts of modules that are off, by the beginnings of what they belong to. */
    unread: (vendor: VendorContext) =>
      features
        .filter((feature) => isOff(feature, vendor))
        .flatMap(({ texts = [], notices }) => [
          ...texts,
          ...(notices?.kinds ?? []).map(({ kind }) => mailTexts(kind)),
        ]),
    noticeBook: bindBooks(
      features.flatMap(({ notices, modules }) =>
        notices === undefined
          ? []
          : {
              topics: notices.topics,
              kinds: inModules(modules, notices.kinds),
              sources: inModules(modules, notices.sources),
            },
      ),
    ),
    parts: (services: Services): { routes: Route[]; jobList: Job[]; handlers: Handler[] } => ({
      routes: all((feature) => feature.routes?.(services)),
      jobList: all((feature) => feature.jobs?.(services)),
      handlers: all((feature) => feature.handlers?.(services)),
    }),
  };
}
