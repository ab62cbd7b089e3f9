/** How the names begin under which the texts of specializations are found. */
export const textsBeginning = "specialization:";

/** Under which name the texts of a specialization are found. */
export function textsRef(publicId: string): string {
  return `${textsBeginning}${publicId}`;
}
