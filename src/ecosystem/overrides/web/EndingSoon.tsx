import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { Note } from "#ui/feedback/Note.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { AppLink } from "#ui/link/AppLink.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { endsSoonDays, listOverrides } from "../contract.ts";
import { useOverrideWords } from "./useOverrideWords.tsx";

/** The overrides of a program, or of all, that end soon, each with what holds afterwards; nothing where none does. */
export function EndingSoon({ program }: { program?: { id: string } }) {
  const { t } = useLingui();
  const words = useOverrideWords();
  const near = useEndpoint(listOverrides, {
    query: { ...(program && { programId: program.id }), endsSoon: "yes", limit: 200 },
  });
  const items = near.data?.items ?? [];
  if (items.length === 0) return null;
  const days = endsSoonDays;
  return (
    <Note
      tone="warn"
      title={
        <Plural
          value={items.length}
          one={`# override ends within ${days} days`}
          other={`# overrides end within ${days} days`}
        />
      }
    >
      <Sentences>
        {items.map((one) => {
          const [place, what] = [words.place(one.scope), words.parameter(one.about, one.parameter)];
          const name = one.program.name;
          return (
            <span key={one.id}>
              <AppLink to={`/program-overrides/${one.id}`}>
                {program ? t`${place}: ${what}` : t`${name}, ${place}: ${what}`}
              </AppLink>{" "}
              <Trans>
                until <DayText value={dayBefore(one.ended?.on ?? one.until)} />; then global holds again:{" "}
                {words.value(one.globalValue, one.about)}.
              </Trans>
            </span>
          );
        })}
      </Sentences>
    </Note>
  );
}
