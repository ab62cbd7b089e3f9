/** Under which name the texts of a program are found. */
export function textsRef(programPublicId: string): string {
  return `program:${programPublicId}`;
}
