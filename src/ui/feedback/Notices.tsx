import { Notifications } from "@mantine/notifications";
import "@mantine/notifications/styles.layer.css";
import classes from "./notices.module.css";

export function Notices() {
  return <Notifications position="bottom-right" limit={3} className={classes.notices} />;
}
