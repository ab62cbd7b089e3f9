/** Customers of the vendor at whom nobody has an opportunity or a registration: a newcomer's first one can win there. */
export const freeCustomers = [
  {
    name: "Aldermoor Instruments",
    country: "US",
    website: "aldermoor-instruments.example",
    sector: "technology",
    employees: 640,
  },
  {
    name: "Brightwater Ferries",
    country: "GB",
    website: "brightwater-ferries.example",
    sector: "transport",
    employees: 1_250,
  },
  {
    name: "Kestrel Valley Dairy",
    country: "US",
    website: "kestrelvalley.example",
    sector: "agriculture",
    employees: 210,
  },
] as const;
