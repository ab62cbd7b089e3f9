import { Plural, Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";
import type { EndpointList } from "../api/query.ts";
import classes from "./table.module.css";

interface FootProps {
  list: EndpointList<unknown>;
  summary: ReactNode;
}

/** How many rows were read, whether that is all, and what they come to. */
export function Foot({ list, summary }: FootProps) {
  const count = list.rows.length;
  return (
    <div className={classes.foot}>
      <span role="status">
        {list.complete ? (
          <Plural value={count} one="# row" other="# rows" />
        ) : list.isReadingMore ? (
          <Trans>Reading more after {count} rows…</Trans>
        ) : (
          <Plural value={count} one="# row so far" other="# rows so far" />
        )}
      </span>
      {summary && <span>{summary}</span>}
    </div>
  );
}
