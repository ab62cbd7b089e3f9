/** Customers of the vendor at whom nobody has an opportunity or a registration: a newcomer's first one can win there. */
export const freeCustomers = [
  {
    name: "Aldermoor Instruments",
    country: "US",
    website: "aldermoor-instruments.com",
    sector: "technology",
    employees: 640,
  },
  {
    name: "Brightwater Ferries",
    country: "GB",
    website: "brightwater-ferries.co.uk",
    sector: "transport",
    employees: 1_250,
  },
  {
    name: "Kestrel Valley Dairy",
    country: "US",
    website: "kestrelvalleydairy.com",
    sector: "agriculture",
    employees: 210,
  },
] as const;
