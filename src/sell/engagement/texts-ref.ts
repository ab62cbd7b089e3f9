/** Where the vendor's own words in the rules are found, and read. */
export const textsPlace = { ref: "engagement", link: "/rules-of-engagement" } as const;

/** What a reason is called in the vendor's own texts, and what is said by it. */
export const reasonFields = (key: string) => ({ label: `reason:${key}`, sentence: `reason:${key}:sentence` });
