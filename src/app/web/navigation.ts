import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import {
  IconAddressBook,
  IconBook2,
  IconBox,
  IconBuildingCommunity,
  IconCash,
  IconCertificate,
  IconCoins,
  IconFileCertificate,
  IconFileImport,
  IconGauge,
  IconGavel,
  IconGift,
  IconHome2,
  IconInbox,
  IconKey,
  IconLanguage,
  IconMap2,
  IconMapPins,
  IconNotebook,
  IconPlayerPlay,
  IconReceipt2,
  IconRulerMeasure,
  IconScale,
  IconSettings,
  IconShieldCheck,
  IconSignature,
  IconStairs,
  IconTargetArrow,
  IconTimelineEvent,
  IconUsers,
} from "@tabler/icons-react";
import type { Icon } from "#ui/act/Act.tsx";

/**
 * Where people go, as data. An item is shown where its path has a page in the route table and the person holds what
 * that page needs, so nothing is said twice. On a phone the first four stand at the foot.
 */
export interface NavPlan {
  label?: MessageDescriptor;
  items: readonly {
    to: string;
    label: MessageDescriptor;
    short?: MessageDescriptor;
    icon: Icon;
    /** Pages that belong to it although their address lies below another's. */
    also?: RegExp;
  }[];
}

export const vendorNavigation: readonly NavPlan[] = [
  {
    items: [
      { to: "/", label: msg`Home`, icon: IconHome2 },
      { to: "/partners", label: msg`Partners`, icon: IconBuildingCommunity },
      { to: "/opportunities", label: msg`Opportunities`, short: msg`Deals`, icon: IconTargetArrow },
    ],
  },
  {
    label: msg`Sell`,
    items: [
      { to: "/deals/inbox", label: msg`Inbox`, icon: IconInbox, also: /^\/deals\/[^/]+\/decide$/ },
      { to: "/deals", label: msg`Registrations`, icon: IconFileCertificate },
      {
        to: "/accounts/protected",
        label: msg`Protected accounts`,
        short: msg`Protected`,
        icon: IconShieldCheck,
      },
      { to: "/deals/pace", label: msg`Pace and outcomes`, short: msg`Pace`, icon: IconGauge },
      { to: "/touchpoints", label: msg`Touchpoints`, icon: IconTimelineEvent },
      { to: "/rules-of-engagement", label: msg`Rules of engagement`, short: msg`Rules`, icon: IconGavel },
    ],
  },
  {
    label: msg`Programs`,
    items: [
      { to: "/programs", label: msg`Programs`, icon: IconNotebook },
      { to: "/benefits", label: msg`Benefits`, icon: IconGift },
      { to: "/specializations", label: msg`Specializations`, icon: IconCertificate },
      { to: "/program-overrides", label: msg`Regional overrides`, short: msg`Regions`, icon: IconMapPins },
    ],
  },
  {
    label: msg`Incentivize`,
    items: [
      { to: "/earnings", label: msg`Earnings`, icon: IconCoins },
      { to: "/pay-splits", label: msg`Pay splits`, icon: IconSignature },
      { to: "/plans", label: msg`Plans`, icon: IconBook2 },
      { to: "/runs", label: msg`Runs`, icon: IconPlayerPlay },
      { to: "/statements", label: msg`Statements`, icon: IconReceipt2 },
      { to: "/payouts", label: msg`Payouts`, icon: IconCash },
      { to: "/ledger", label: msg`Ledger`, icon: IconScale },
    ],
  },
  {
    label: msg`Settings`,
    items: [
      { to: "/accounts", label: msg`Accounts`, icon: IconAddressBook },
      { to: "/products", label: msg`Products`, icon: IconBox },
      { to: "/regions", label: msg`Regions`, icon: IconMap2 },
      { to: "/fact-kinds", label: msg`Kinds of facts`, short: msg`Kinds`, icon: IconRulerMeasure },
      { to: "/imports", label: msg`Imports`, icon: IconFileImport },
      { to: "/texts", label: msg`Texts`, icon: IconLanguage },
      { to: "/people", label: msg`People`, icon: IconUsers },
      { to: "/api-keys", label: msg`API keys`, icon: IconKey },
      { to: "/settings", label: msg`Settings`, icon: IconSettings },
    ],
  },
];

export const partnerNavigation: readonly NavPlan[] = [
  {
    items: [
      { to: "/", label: msg`Home`, icon: IconHome2 },
      { to: "/opportunities", label: msg`Deals`, icon: IconTargetArrow },
      { to: "/deals", label: msg`Registrations`, short: msg`Register`, icon: IconFileCertificate },
      { to: "/earnings", label: msg`Earnings`, icon: IconCoins },
      { to: "/pay-splits", label: msg`Pay splits`, icon: IconSignature },
      { to: "/statements", label: msg`Statements`, icon: IconReceipt2 },
      { to: "/touchpoints", label: msg`Touchpoints`, icon: IconTimelineEvent },
      { to: "/plans", label: msg`Plans`, icon: IconBook2 },
      { to: "/rules-of-engagement", label: msg`Rules of engagement`, short: msg`Rules`, icon: IconGavel },
    ],
  },
  {
    label: msg`Programs`,
    items: [
      { to: "/programs", label: msg`Programs`, icon: IconNotebook },
      { to: "/standing", label: msg`Where we stand`, short: msg`Standing`, icon: IconStairs },
      { to: "/benefits", label: msg`Benefits`, icon: IconGift },
      { to: "/specializations", label: msg`Specializations`, icon: IconCertificate },
    ],
  },
  {
    label: msg`Our company`,
    items: [
      { to: "/facts", label: msg`Facts`, icon: IconRulerMeasure },
      { to: "/people", label: msg`Team`, icon: IconUsers },
      { to: "/api-keys", label: msg`API keys`, icon: IconKey },
    ],
  },
];
