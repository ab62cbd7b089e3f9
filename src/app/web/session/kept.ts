/*
 * What this device remembers between visits: as whom the person was here last, in which colour, and the address with
 * which they signed in. None of it opens anything.
 */
const membershipKey = "hanse.membership";
const accentKey = "hanse.accent";
const emailKey = "hanse.email";

export function keptMembership(): string | null {
  return localStorage.getItem(membershipKey);
}

export function keepMembership(id: string | null): void {
  keep(membershipKey, id);
}

/** The vendor's colour of the last visit, so that the page does not change it while it opens. */
export function keptAccent(): string | null {
  return localStorage.getItem(accentKey);
}

export function keepAccent(colour: string): void {
  keep(accentKey, colour);
}

export function keptEmail(): string {
  return localStorage.getItem(emailKey) ?? "";
}

export function keepEmail(email: string): void {
  keep(emailKey, email);
}

function keep(key: string, value: string | null): void {
  if (value === null) localStorage.removeItem(key);
  else localStorage.setItem(key, value);
}
