import { useLingui } from "@lingui/react/macro";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { Section } from "#ui/page/Section.tsx";
import { Timeline } from "#ui/page/Timeline.tsx";
import type { DealCase, DealDetail } from "../../contract.ts";
import { noteDeal } from "../../contract.ts";

/** What the vendor's people note for each other; no partner reads it. */
export function Notes({ deal, known }: { deal: DealDetail; known: DealCase }) {
  const { t } = useLingui();
  const form = useEndpointForm(noteDeal, {
    initial: { text: "" },
    params: { dealId: deal.id },
    draft: `note-${deal.id}`,
    onDone: () => form.reset(),
  });
  return (
    <Section title={t`Notes`} note={t`For our people alone. No partner reads them.`}>
      {known.notes.length > 0 && (
        <Timeline
          items={known.notes.map(({ id, text, writtenBy, writtenAt }) => ({
            id,
            at: writtenAt,
            who: writtenBy,
            what: text,
          }))}
        />
      )}
      <Form form={form} submit={t`Note it`}>
        <TextField {...form.field("text")} optional={false} label={t`New note`} lines={2} />
      </Form>
    </Section>
  );
}
