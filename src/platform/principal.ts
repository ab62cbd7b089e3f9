/** The vendor in whose programme something happens, as far as every act needs it. */
export interface VendorContext {
  id: string;
  name: string;
  /** IANA zone of its calendar: months, quarters and days are counted in it. */
  timezone: string;
  currency: string;
  /** 1 to 12: the month in which its year begins; the quarters and years of programs are counted from it. */
  fiscalYearStartMonth: number;
  /** The modules that it has switched off. */
  modulesOff: readonly string[];
}

export type Side = "vendor" | "partner";

/** Which partners' rows are within reach, per group of objects. Empty on the vendor's side, which has no such limit. */
export interface Reach {
  own: readonly string[];
  deals: readonly string[];
  money: readonly string[];
  people: readonly string[];
}

/** The database role that a request runs as; row-level security is written per role. */
export type RequestRole = "hanse_vendor" | "hanse_seller" | "hanse_partner" | "hanse_job";

/** Who asks: one person in exactly one membership. */
export interface Principal {
  vendor: VendorContext;
  membershipId: string;
  personId: string;
  name: string;
  email: string;
  side: Side;
  /** The partner whose people they are; null on the vendor's side. */
  partnerId: string | null;
  roles: readonly string[];
  /** The acts their roles allow. */
  can: ReadonlySet<string>;
  reach: Reach;
  databaseRole: Exclude<RequestRole, "hanse_job">;
}

/** Background work of one vendor, done by nobody in person. */
export interface JobPrincipal {
  vendor: VendorContext;
  membershipId: null;
  name: string;
  databaseRole: "hanse_job";
}

export type Actor = Principal | JobPrincipal;
