/** What is known of a service provider, from which its tier follows; in US dollars. */
export interface ProviderStory {
  name: string;
  /** Value under management in a quarter. */
  managedPerQuarter: string;
  certified: string;
  satisfaction: string;
  /** Its agreement is signed; a balance that is overdue, where there is one. */
  overdue: string | null;
  audited: boolean;
}

/**
 * One that is Advanced because its region asks for less, one that is Premier, one that is Advanced by what everybody is
 * asked for, and one whose invoices wait, so that its benefits rest. The companies are those of `further-partners.ts`.
 */
export const providerStories: readonly ProviderStory[] = [
  {
    name: "Brennhaag IT-Betrieb",
    managedPerQuarter: "19500.00",
    certified: "4",
    satisfaction: "4.6",
    overdue: null,
    audited: false,
  },
  {
    name: "Rautenfjell Drift",
    managedPerQuarter: "148000.00",
    certified: "9",
    satisfaction: "4.7",
    overdue: null,
    audited: true,
  },
  {
    name: "Najmat Sahil Cloud",
    managedPerQuarter: "41000.00",
    certified: "5",
    satisfaction: "4.2",
    overdue: null,
    audited: true,
  },
  {
    name: "Pennyquoit Operations",
    managedPerQuarter: "33000.00",
    certified: "3",
    satisfaction: "4.1",
    overdue: "12400.00",
    audited: false,
  },
];

/** What the DACH region does otherwise, and why. */
export const regionalWords = {
  region: "dach",
  threshold: {
    managed: "60000",
    reason: "Contracts there are smaller and last longer: three years instead of one.",
  },
  rate: { percent: "25", reason: "Distributors there take a larger part of the monthly rate." },
} as const;
