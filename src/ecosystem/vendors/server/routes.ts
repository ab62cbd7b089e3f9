import type { Pool } from "pg";
import type { Door } from "#platform/database/door.ts";
import { openRoute, type Route, route } from "#platform/http/route.ts";
import { toPublicId } from "#platform/ids.ts";
import * as contract from "../contract.ts";
import * as brand from "./brand.ts";
import { setUpInstallation, setupIsNeeded } from "./setup.ts";
import * as vendors from "./vendors.ts";

export interface VendorServices {
  door: Door;
  ownerPool: Pool;
  controlPool: Pool;
}

export function vendorRoutes({ door, ownerPool, controlPool }: VendorServices): Route[] {
  return [
    openRoute(contract.setupState, async () => ({ needed: await setupIsNeeded(ownerPool) })),
    openRoute(contract.setUp, async ({ body }) => {
      const { vendorId } = await setUpInstallation(ownerPool, door, body);
      return { vendorId: toPublicId("ven", vendorId), email: body.email.toLowerCase() };
    }),
    openRoute(contract.readBrand, (_input, { host }) => brand.brandOf(controlPool, host)),
    route(contract.getSettings, { act: "settings.read", handle: (tx) => vendors.readSettings(tx) }),
    route(contract.changeSettings, {
      act: "settings.manage",
      handle: (tx, { body, ifMatch }) => vendors.changeSettingsOf(tx, controlPool, body, ifMatch),
    }),
    route(contract.setLogo, {
      act: "settings.manage",
      handle: async (tx, { params, body }) => {
        await brand.setLogo(tx, params.scheme, body.content);
        return vendors.readSettings(tx);
      },
    }),
    route(contract.dropLogo, {
      act: "settings.manage",
      handle: async (tx, { params }) => {
        await brand.dropLogo(tx, params.scheme);
        return vendors.readSettings(tx);
      },
    }),
  ];
}
