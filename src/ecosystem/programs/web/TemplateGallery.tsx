import { Plural, useLingui } from "@lingui/react/macro";
import { IconPlus } from "@tabler/icons-react";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { Grid } from "#ui/page/Page.tsx";
import { Section } from "#ui/page/Section.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import { levelsOf, listProgramTemplates } from "../contract.ts";
import { useTemplateWords } from "./templateWords.ts";

/** The templates as cards: for whom, which levels, how many benefits. */
export function TemplateGallery() {
  const { t } = useLingui();
  const { can } = useReader();
  const words = useTemplateWords();
  const templates = useEndpoint(listProgramTemplates, {});
  return (
    <Loaded query={templates}>
      {({ items }) => (
        <Grid min={260}>
          {items.map(({ key, document }) => {
            const { label, sentence } = words[key];
            const levels = levelsOf(document).join(" · ");
            const benefits = document.benefits.length;
            return (
              <Section
                key={key}
                title={label}
                action={
                  can("program.manage")
                    ? { label: t`Begin`, icon: IconPlus, to: `/programs/new?template=${key}` }
                    : undefined
                }
              >
                <Sentences>
                  <span>{sentence}</span>
                  <span>{t`Levels: ${levels}`}</span>
                  <span>
                    <Plural value={benefits} one="# benefit" other="# benefits" />
                  </span>
                </Sentences>
              </Section>
            );
          })}
        </Grid>
      )}
    </Loaded>
  );
}
