/** What every call needs to know and no page should have to say. */
interface ApiSettings {
  /** The membership the person acts as; null before it is known. */
  membership: string | null;
  /** Called when the session has ended, with nothing lost on the page. */
  onSignedOut: () => void;
  fetch: typeof fetch;
}

const settings: ApiSettings = {
  membership: null,
  onSignedOut: () => {},
  fetch: (input, init) => fetch(input, init),
};

/** Set once by the app when it knows the session, and again when the person switches membership. */
export function configureApi(change: Partial<ApiSettings>): void {
  Object.assign(settings, change);
}

export function apiSettings(): Readonly<ApiSettings> {
  return settings;
}
