import { useLingui } from "@lingui/react/macro";
import { lazy } from "react";
import { LateMenu } from "../act/LateMenu.tsx";
import type { Spoken } from "../i18n/locales.ts";
import classes from "./shell.module.css";

const fetchItems = () => import("./PersonMenuItems.tsx");
const PersonMenuItems = lazy(() => fetchItems().then((module) => ({ default: module.PersonMenuItems })));

export interface PersonMenuProps {
  person: { name: string; email: string };
  /** Told which language was chosen, to keep it with the person. */
  onLocale?: ((locale: Spoken) => void) | undefined;
  /** Where the person changes how they are called and spoken to. */
  profile?: string | undefined;
  onSignOut: () => void;
}

/** Who is signed in; light or dark, the language, the way out. */
export function PersonMenu(props: PersonMenuProps) {
  const { t } = useLingui();
  const { person } = props;
  return (
    <LateMenu
      fetch={fetchItems}
      button={
        <button
          type="button"
          className={classes.person}
          aria-label={t`${person.name}: settings and sign out`}
        >
          <span className={classes.initials} data-letters={initialsOf(person.name)} aria-hidden />
        </button>
      }
    >
      {(button) => <PersonMenuItems button={button} {...props} />}
    </LateMenu>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ""]
    .map((word) => word?.charAt(0) ?? "")
    .join("")
    .toUpperCase();
}
