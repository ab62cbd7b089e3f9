import { Trans, useLingui } from "@lingui/react/macro";
import { Note } from "#ui/feedback/Note.tsx";
import { Form } from "#ui/form/Form.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { useEndpointForm } from "#ui/form/useEndpointForm.ts";
import { Section } from "#ui/page/Section.tsx";
import { Timeline } from "#ui/page/Timeline.tsx";
import { useReader } from "#ui/reader/reader.tsx";
import { DateTime } from "#ui/text/dates.tsx";
import { answerDeal, type DealDetail } from "../contract.ts";

type Question = DealDetail["questions"][number];

/** The question that is open, with the field for its answer in place; nothing where none is. */
export function OpenQuestion({ deal }: { deal: DealDetail }) {
  const { t } = useLingui();
  const { vendorName } = useReader();
  const question = deal.questions.find(({ answeredAt }) => answeredAt === null);
  if (question === undefined || deal.state !== "needs-information") return null;
  if (!deal.can.answer) {
    return (
      <Note tone="info" title={question.question}>
        <Trans>
          Waits for an answer by <DateTime value={question.dueAt} />
        </Trans>
      </Note>
    );
  }
  return (
    <Section
      title={t`${vendorName} asks`}
      note={
        <Trans>
          You answer by <DateTime value={question.dueAt} />. Until then the registration keeps its place in
          the queue; after that it is withdrawn.
        </Trans>
      }
    >
      <AnswerForm key={question.id} deal={deal} question={question} />
    </Section>
  );
}

function AnswerForm({ deal, question }: { deal: DealDetail; question: Question }) {
  const { t } = useLingui();
  const { vendorName } = useReader();
  const form = useEndpointForm(answerDeal, {
    params: { dealId: deal.id, questionId: question.id },
    initial: { answer: "" },
    draft: `answer-${question.id}`,
  });
  return (
    <Form form={form} submit={t`Answer`} next={t`Then ${vendorName} goes on with what was left of its time.`}>
      <TextField {...form.field("answer")} label={question.question} lines={3} />
    </Form>
  );
}

/** What was asked and answered before. */
export function Questions({ deal }: { deal: DealDetail }) {
  const { t } = useLingui();
  const answered = deal.questions.filter(({ answeredAt }) => answeredAt !== null);
  if (answered.length === 0) return null;
  return (
    <Section title={t`Questions and answers`}>
      <Timeline
        items={answered.toReversed().map((one) => ({
          id: one.id,
          at: one.answeredAt ?? one.askedAt,
          who: one.answeredBy ?? undefined,
          what: one.question,
          note: one.answer ?? undefined,
        }))}
      />
    </Section>
  );
}
