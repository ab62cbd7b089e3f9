import classes from "./chart.module.css";
import type { LegendMark } from "./picture.ts";

/** What the marks of a chart mean. */
export function Legend({ marks }: { marks: readonly LegendMark[] }) {
  if (marks.length === 0) return null;
  return (
    <div className={classes.legend}>
      {marks.map(({ name, colour, dashed }) => (
        <span key={name} className={classes.mark}>
          <span
            className={dashed ? classes.dash : classes.swatch}
            style={{ "--swatch": colour }}
            aria-hidden
          />
          {name}
        </span>
      ))}
    </div>
  );
}
