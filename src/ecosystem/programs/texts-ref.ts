/** How the names begin under which the texts of programs are found. */
export const textsBeginning = "program:";

/** Under which name the texts of a program are found. */
export function textsRef(programPublicId: string): string {
  return `${textsBeginning}${programPublicId}`;
}
