import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useEndpoint, useEndpointMutation } from "#ui/api/query.ts";
import { ConfirmModal } from "#ui/feedback/ConfirmModal.tsx";
import { ChoiceField } from "#ui/form/ChoiceField.tsx";
import { TextField } from "#ui/form/fields.tsx";
import { Sentences } from "#ui/text/Sentences.tsx";
import {
  type EngagementSettings,
  getEngagementRules,
  type ReasonKey,
  reasonKeys,
} from "../../../engagement/contract.ts";
import { useEngagementWords } from "../../../engagement/web/index.tsx";
import { approveTogether, type DealBatch, type DealItem, rejectTogether } from "../../contract.ts";
import { useCaseWords } from "./words.ts";

interface TogetherProps {
  deals: readonly DealItem[];
  onClose: () => void;
  /** Goes on with what was decided, and what was left. */
  onDone: (batch: DealBatch) => void;
}

const given = (deals: readonly DealItem[]) => deals.map(({ id, version }) => ({ dealId: id, version }));

/** Nothing stands against it and nobody owes an answer: it can be approved without looking at each by itself. */
export function isSafe({ conflicts, state }: DealItem): boolean {
  return conflicts === 0 && (state === "submitted" || state === "in-review");
}

/** Approves those marked rows against which nothing stands, and says which are left and why. */
export function ApproveTogether({ deals, onClose, onDone }: TogetherProps) {
  const { t } = useLingui();
  const words = useEngagementWords();
  const cases = useCaseWords();
  const rules = useEndpoint(getEngagementRules, { query: {} }).data;
  const approve = useEndpointMutation(approveTogether, { onDone });
  const safe = deals.filter(isSafe);
  const left = deals.filter((one) => !isSafe(one));
  const settings = rules?.settings;
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={t`Approve several at once`}
      consequences={[
        <Plural
          key="safe"
          value={safe.length}
          one="# registration has nothing against it and is approved."
          other="# registrations have nothing against them and are approved."
        />,
        ...(settings === undefined
          ? []
          : [
              <Trans key="terms">
                All by the same terms of the rules: {words.protections[settings.protection].label}, for{" "}
                <Plural value={settings.protectionDays} one="# day" other="# days" /> or as many as the
                customer's region or country says, all series that they hold, one new opportunity each.
              </Trans>,
              <Told key="told" settings={settings} />,
            ]),
      ]}
      confirm={t`Approve`}
      onConfirm={() => approve.mutate({ body: { deals: given(safe) } })}
      busy={approve.isPending || safe.length === 0}
      problem={approve.error}
    >
      {left.length > 0 && (
        <Sentences>
          {left.map((one) => (
            <span key={one.id}>
              {one.state === "needs-information" ? (
                <Trans>{one.customer.name} is left: its partner was asked and has not answered.</Trans>
              ) : (
                <Trans>
                  {one.customer.name} is left for you to look at: {cases.against(one.conflicts)}.
                </Trans>
              )}
            </span>
          ))}
        </Sentences>
      )}
    </ConfirmModal>
  );
}

/** Rejects all marked rows with one reason. */
export function RejectTogether({ deals, onClose, onDone }: TogetherProps) {
  const { t } = useLingui();
  const { reasons } = useEngagementWords();
  const rules = useEndpoint(getEngagementRules, { query: {} }).data;
  const reject = useEndpointMutation(rejectTogether, { onDone });
  const [key, setKey] = useState<ReasonKey>("not-eligible");
  const [text, setText] = useState<string | null>(null);
  const reason = text ?? reasons[key].sentence;
  const count = deals.length;
  return (
    <ConfirmModal
      opened
      onClose={onClose}
      title={t`Reject several at once`}
      consequences={[
        <Plural
          key="count"
          value={count}
          one="# registration is rejected; its place goes to the next."
          other="# registrations are rejected; their places go to the next."
        />,
        ...(rules === undefined ? [] : [<Told key="told" settings={rules.settings} />]),
      ]}
      confirm={t`Reject`}
      danger
      onConfirm={() =>
        reject.mutate({ body: { deals: given(deals), reasonKey: key, reason: reason.trim() } })
      }
      busy={reject.isPending || reason.trim() === ""}
      problem={reject.error}
    >
      <ChoiceField
        name="reasonKey"
        value={key}
        onChange={(chosen) => setKey(reasonKeys.find((one) => one === chosen) ?? key)}
        onBlur={() => {}}
        error={undefined}
        optional={false}
        label={t`Reason of the published list`}
        options={reasonKeys.map((one) => ({ value: one, label: reasons[one].label }))}
      />
      <TextField
        name="reason"
        value={reason}
        onChange={setText}
        onBlur={() => {}}
        error={undefined}
        optional={false}
        label={t`What the partners read`}
        lines={3}
      />
    </ConfirmModal>
  );
}

function Told({ settings: { undoSeconds } }: { settings: EngagementSettings }) {
  return undoSeconds === 0 ? (
    <Trans>Each partner is told at once; it cannot be taken back.</Trans>
  ) : (
    <Trans>
      Each partner is told by itself after <Plural value={undoSeconds} one="# second" other="# seconds" />.
      Until then all of it can be taken back at once.
    </Trans>
  );
}
