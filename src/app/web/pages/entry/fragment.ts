/**
 * What stands after the `#` of the address: secrets are handed over there, since it is never sent to a server or kept in
 * its logs. Both forms are read: `#secret` and `#token=secret`.
 */
export function secretInAddress(): string {
  const text = decodeURIComponent(window.location.hash.slice(1));
  return text.startsWith("token=") ? text.slice("token=".length) : text;
}
