import type { Pool } from "pg";
import type { Door } from "#platform/database/door.ts";
import { openRoute, type Route, route } from "#platform/http/route.ts";
import { toPublicId } from "#platform/ids.ts";
import * as contract from "../contract.ts";
import { setUpInstallation, setupIsNeeded } from "./setup.ts";
import * as vendors from "./vendors.ts";

export function vendorRoutes({ door, ownerPool }: { door: Door; ownerPool: Pool }): Route[] {
  return [
    openRoute(contract.setupState, async () => ({ needed: await setupIsNeeded(ownerPool) })),
    openRoute(contract.setUp, async ({ body }) => {
      const { vendorId } = await setUpInstallation(ownerPool, door, body);
      return { vendorId: toPublicId("ven", vendorId), email: body.email.toLowerCase() };
    }),
    route(contract.getSettings, { act: "settings.read", handle: (tx) => vendors.readSettings(tx) }),
    route(contract.changeSettings, {
      act: "settings.manage",
      handle: (tx, { body, ifMatch }) => vendors.changeSettingsOf(tx, body, ifMatch),
    }),
  ];
}
