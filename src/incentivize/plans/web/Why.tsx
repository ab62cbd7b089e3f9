import { Trans, useLingui } from "@lingui/react/macro";
import { currencyDigits } from "#ui/format/money.ts";
import { Section } from "#ui/page/Section.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import type { Explanation } from "../wire.ts";
import { Calculation } from "./Calculation.tsx";
import { type About, FactWords } from "./FactWords.tsx";
import { partsOf } from "./sentences.ts";

interface WhyProps {
  explanation: Pick<Explanation, "sentences">;
  about: About;
  currency: string;
}

/** Why an amount is what it is: the facts, the calculation and the hold, enough to recompute it by hand. */
export function Why({ explanation, about, currency }: WhyProps) {
  const { t } = useLingui();
  const { facts, steps, hold } = partsOf(explanation.sentences);
  return (
    <>
      <Section title={t`What it rests on`}>
        <Sentences>
          {facts.map((sentence, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of a receipt never move.
            <FactWords key={`${sentence.code} ${index}`} sentence={sentence} about={about} />
          ))}
        </Sentences>
      </Section>
      <Section
        title={t`How it is computed`}
        note={<Trans>All values in {currency}, exact until the last step.</Trans>}
      >
        <Calculation steps={steps} digits={currencyDigits(currency)} />
      </Section>
      {hold.length > 0 && (
        <Section title={t`When it is released`}>
          <Sentences>
            {hold.map((sentence) => (
              <FactWords key={sentence.code} sentence={sentence} about={about} />
            ))}
          </Sentences>
        </Section>
      )}
    </>
  );
}
