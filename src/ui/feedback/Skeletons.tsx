import { useLingui } from "@lingui/react/macro";
import { Skeleton } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./feedback.module.css";

function Waiting({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  return (
    <div role="status" aria-label={t`Loading`} className={classes.skeleton}>
      {children}
    </div>
  );
}

const widths = ["62%", "48%", "71%", "55%", "66%", "43%", "58%", "69%"];

/** The shape of a table while its rows are on their way. */
export function ListSkeleton({ rows = 8 }: { rows?: number }) {
  return (
    <Waiting>
      {Array.from({ length: rows }, (_, row) => widths[row % widths.length]).map((width, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows stand for none in particular
        <div key={row} className={classes.skeletonRow}>
          <Skeleton height={10} width={width} radius="sm" />
          <Skeleton height={10} width="60%" radius="sm" />
          <Skeleton height={10} width="40%" radius="sm" />
        </div>
      ))}
    </Waiting>
  );
}

/** The shape of a record: its name, its facts, a section and its timeline. */
export function RecordSkeleton() {
  return (
    <Waiting>
      <Head />
      <div className={classes.skeletonPanel} style={{ blockSize: 72 }}>
        <Skeleton height={10} width="90%" radius="sm" />
        <Skeleton height={10} width="70%" radius="sm" mt={12} />
      </div>
      <div className={classes.skeletonColumns}>
        <Panel height={320} />
        <Panel height={220} />
      </div>
    </Waiting>
  );
}

/** The shape of a home or a board: tiles above, pictures below. */
export function BoardSkeleton() {
  return (
    <Waiting>
      <Head />
      <div className={classes.skeletonTiles}>
        {["a", "b", "c", "d"].map((tile) => (
          <Panel key={tile} height={92} />
        ))}
      </div>
      <Panel height={300} />
    </Waiting>
  );
}

function Head() {
  return (
    <div className={classes.skeletonHead}>
      <Skeleton height={22} width={240} radius="sm" />
      <Skeleton height={10} width={320} radius="sm" mt={12} />
    </div>
  );
}

function Panel({ height }: { height: number }) {
  return (
    <div className={classes.skeletonPanel} style={{ blockSize: height }}>
      <Skeleton height={10} width="38%" radius="sm" />
      <Skeleton height={10} width="72%" radius="sm" mt={16} />
      {height > 100 && <Skeleton height={10} width="56%" radius="sm" mt={16} />}
      {height > 250 && <Skeleton height={10} width="64%" radius="sm" mt={16} />}
    </div>
  );
}

/** The shape of a few lines of text or fields in a section. */
export function TextSkeleton({ lines = 3 }: { lines?: number }) {
  return (
    <Waiting>
      {Array.from({ length: lines }, (_, line) => widths[line % widths.length]).map((width, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines stand for none in particular
        <Skeleton key={line} height={10} width={width} radius="sm" mb={12} />
      ))}
    </Waiting>
  );
}
