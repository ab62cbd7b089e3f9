import type { NotificationData } from "@mantine/notifications";

let wanted = false;
const listeners = new Set<() => void>();

/** True once something was to be said: until then the corner and its code are not needed. */
export function noticesWanted(): boolean {
  return wanted;
}

export function onNoticesWanted(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows a notice; the corner for them is fetched with the first. */
export function showNotice(notice: NotificationData): void {
  wanted = true;
  for (const tell of listeners) tell();
  void import("@mantine/notifications").then(({ notifications }) => notifications.show(notice));
}
