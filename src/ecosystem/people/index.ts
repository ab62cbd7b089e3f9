import type { Pool } from "pg";
import type { Auth } from "#platform/auth/auth.ts";
import type { Door } from "#platform/database/door.ts";
import type { Mailer } from "#platform/mail/mail.ts";
import type { Clock } from "#platform/time/clock.ts";
import { mailInvitation } from "./server/mail.ts";
import { peopleRoutes } from "./server/routes.ts";

export { type Policy, partnerMoney, partnerPeople, type Role, vendorStaff } from "./roles.ts";
export { principalOf } from "./server/people.ts";
export { policy } from "./server/policy.ts";
export { createResolver, hashOfKey, type Resolver } from "./server/resolver.ts";
export { newApiKey } from "./server/routes.ts";
export { insertKey } from "./server/store.ts";

interface PeopleServices {
  door: Door;
  controlPool: Pool;
  auth: Auth;
  clock: Clock;
  mailer: Mailer;
  secret: string;
  publicUrl: () => string;
}

export function routes(services: PeopleServices) {
  return peopleRoutes({ ...services, mailAvailable: services.mailer.available });
}

export function handlers(services: PeopleServices) {
  return [mailInvitation(services)];
}
