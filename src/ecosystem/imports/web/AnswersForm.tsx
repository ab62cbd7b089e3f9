import { useLingui } from "@lingui/react/macro";
import { Flex } from "@mantine/core";
import { IconListCheck } from "@tabler/icons-react";
import { useState } from "react";
import { ActButton } from "#ui/act/Act.tsx";
import { Acts } from "#ui/act/Acts.tsx";
import { ErrorState } from "#ui/feedback/ErrorState.tsx";
import { Section } from "#ui/page/Section.tsx";
import type { Import, ImportFindings } from "../contract.ts";
import { draftOf, withMeanings } from "./mapping.ts";
import { Questions } from "./Questions.tsx";
import { UnknownValues } from "./UnknownValues.tsx";
import { useCheck } from "./useCheck.ts";

interface AnswersFormProps {
  one: Import;
  findings: ImportFindings;
}

/** What only a person can say: how to read what can be read in two ways, and what unknown cells mean. */
export function AnswersForm({ one, findings }: AnswersFormProps) {
  const { t } = useLingui();
  const [draft, setDraft] = useState(() => draftOf(one));
  const [chosen, setChosen] = useState<Record<string, Record<string, string>>>({});
  const check = useCheck(one);
  const { questions, unknownValues } = findings;
  if (questions.length === 0 && unknownValues.length === 0) return null;
  const said = Object.values(chosen)
    .flatMap((meanings) => Object.values(meanings))
    .filter(Boolean).length;
  const answered = draft.decimalMark !== (one.mapping?.decimalMark ?? null);
  const ordered = draft.dayOrder !== (one.mapping?.dayOrder ?? null);
  const nothingSaid = said === 0 && !answered && !ordered;
  return (
    <Section
      title={t`What only you can say`}
      note={t`Your answers are kept: the next file that says the same is understood.`}
    >
      <Flex direction="column" gap="lg">
        <Questions questions={questions} draft={draft} onChange={setDraft} />
        {unknownValues.map((unknown) => (
          <UnknownValues
            key={unknown.field}
            one={one}
            unknown={unknown}
            chosen={chosen[unknown.field] ?? {}}
            onChange={(meanings) => setChosen({ ...chosen, [unknown.field]: meanings })}
          />
        ))}
      </Flex>
      {check.error && <ErrorState problem={check.error} inline />}
      <Acts>
        <ActButton
          act={{
            label: t`Save and check again`,
            icon: IconListCheck,
            onClick: () => check.mutate({ ...draft, values: withMeanings(draft.values, chosen) }),
            busy: check.isPending,
            notNow: nothingSaid ? t`Say first what one of them means.` : undefined,
          }}
        />
      </Acts>
    </Section>
  );
}
