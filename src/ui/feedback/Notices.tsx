import { Notifications } from "@mantine/notifications";
import "@mantine/notifications/styles.layer.css";

export function Notices() {
  return <Notifications position="bottom-right" limit={3} />;
}
