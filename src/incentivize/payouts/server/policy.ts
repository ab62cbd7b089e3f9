import { type Policy, partnerMoney, vendorStaff } from "#ecosystem/people/index.ts";

export const policy: Policy = {
  "payout.read": vendorStaff,
  "payout.read-own": partnerMoney,
  "payment.read": [...vendorStaff, ...partnerMoney],
  "payout.make": ["finance"],
  "payout.release": ["finance-controller", "vendor-admin"],
  "payout.pay": ["finance", "finance-controller"],
};
