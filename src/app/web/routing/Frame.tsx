import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { lazy, type ReactNode } from "react";
import { Bell } from "#ecosystem/notices/web/index.tsx";
import type { Me } from "#ecosystem/people/contract.ts";
import { useMe } from "#ecosystem/people/web/index.tsx";
import { notifyProblem } from "#ui/feedback/notify.ts";
import type { NavSection } from "#ui/shell/nav.ts";
import { Shell } from "#ui/shell/Shell.tsx";
import { type NavPlan, partnerNavigation, vendorNavigation } from "../navigation.ts";
import { partnerPages, vendorPages } from "../routes.tsx";
import { useSessionActs } from "../session/session.ts";

import type { PageRoute } from "./page.tsx";

const fetchLatest = () => import("./OwnLatestNotices.tsx");
const OwnLatestNotices = lazy(() => fetchLatest().then((module) => ({ default: module.OwnLatestNotices })));

/** The shell around the pages of a signed-in person. */
export function Frame({ children }: { children: ReactNode }) {
  const { t, i18n } = useLingui();
  const me = useMe();
  const acts = useSessionActs();
  const navigate = useNavigate();
  const sections = sectionsFor(me, (message) => i18n._(message));
  const { current, others } = companies();

  function companies() {
    const choices = me.memberships.map(({ id, vendorName, partnerName }) => ({
      id,
      name: partnerName ?? vendorName,
      detail: partnerName === null ? undefined : t`partner of ${vendorName}`,
      current: id === me.membership.id,
    }));
    return { current: choices.find((choice) => choice.current), others: choices };
  }

  return (
    <Shell
      sections={sections}
      name={current?.name ?? me.vendor.name}
      detail={current?.detail}
      memberships={others}
      onSwitch={(id) => {
        void navigate({ to: "/" });
        acts.switchTo(id).catch(notifyProblem);
      }}
      person={me.person}
      onLocale={acts.speak}
      profile="/profile"
      notices={<Bell fetch={fetchLatest}>{(button) => <OwnLatestNotices button={button} />}</Bell>}
      onSignOut={() => void acts.signOut()}
    >
      {children}
    </Shell>
  );
}

/** The places that this person may go to; one whose page is not there leaves nothing behind. */
function sectionsFor(me: Me, say: (message: NavPlan["items"][number]["label"]) => string): NavSection[] {
  const [plan, table] =
    me.side === "vendor" ? [vendorNavigation, vendorPages] : [partnerNavigation, partnerPages];
  const open = (to: string) => table.some((page) => page.path === to && mayOpen(page, me));
  return plan
    .map(({ label, items }) => ({
      ...(label && { label: say(label) }),
      items: items
        .filter(({ to }) => open(to))
        .map((item) => ({ ...item, label: say(item.label), short: item.short && say(item.short) })),
    }))
    .filter((section) => section.items.length > 0);
}

function mayOpen(page: PageRoute, me: Me): boolean {
  return page.needs === undefined || me.can.includes(page.needs);
}
