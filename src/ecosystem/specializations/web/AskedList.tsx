import { Plural, useLingui } from "@lingui/react/macro";
import { IconCircle, IconCircleCheck } from "@tabler/icons-react";
import type { Asked } from "../contract.ts";
import classes from "./specializations.module.css";
import { useSpecializationWords } from "./useSpecializationWords.tsx";

/** What is asked, line by line, and what the company has of it. */
export function AskedList({ asked }: { asked: Asked }) {
  const { t } = useLingui();
  const words = useSpecializationWords();
  return (
    <ul className={classes.asked}>
      {asked.lines.map((line, index) => {
        const said = words.asked(line);
        const has = words.have(line);
        const Mark = line.met ? IconCircleCheck : IconCircle;
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: lines stand in a fixed order and have no other name
            key={index}
            style={{ paddingInlineStart: `${line.depth * 1.25}rem` }}
            className={classes.line}
            data-met={line.met}
          >
            <Mark size={16} stroke={1.75} role="img" aria-label={line.met ? t`Met` : t`Missing`} />
            <span>
              {line.points === null ? (
                said
              ) : (
                <Plural value={line.points} one={`# point for ${said}`} other={`# points for ${said}`} />
              )}
              {has !== null && <span className={classes.have}> · {has}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
