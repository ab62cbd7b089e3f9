import { Trans, useLingui } from "@lingui/react/macro";
import { DocumentField } from "#ui/form/DocumentField.tsx";
import type { Option } from "#ui/form/fields.tsx";
import { Section } from "#ui/page/Section.tsx";
import { Tabs } from "#ui/page/Tabs.tsx";
import type { ProgramChanges } from "../../contract.ts";
import { Changes } from "../Changes.tsx";
import { BenefitFields } from "./BenefitFields.tsx";
import { FrameFields } from "./FrameFields.tsx";
import { LadderFields } from "./LadderFields.tsx";
import { TrackFields } from "./TrackFields.tsx";
import type { ProgramEditor } from "./useProgramEditor.ts";

interface DraftTabsProps {
  editor: ProgramEditor;
  /** Against what is published; null while something cannot stand, or where nothing is published. */
  changes: ProgramChanges | null;
  plans: readonly Option[];
  isFirst: boolean;
}

/** The draft part by part; a part in which something has to change says how much. */
export function DraftTabs({ editor, changes, plans, isFirst }: DraftTabsProps) {
  const { t } = useLingui();
  const count = (...pointers: string[]) => editor.countAt(...pointers) || undefined;
  return (
    <Tabs
      label={t`Parts of the draft`}
      tabs={[
        {
          value: "frame",
          label: t`What and for whom`,
          count: count("/label", "/summary", "/criteria", "/notice", "/counts", "/effectiveFrom"),
          content: () => <FrameFields editor={editor} />,
        },
        {
          value: "levels",
          label: t`Levels`,
          count: count("/ladder"),
          content: () => <LadderFields editor={editor} />,
        },
        {
          value: "benefits",
          label: t`Benefits`,
          count: count("/benefits"),
          content: () => <BenefitFields editor={editor} />,
        },
        {
          value: "tracks",
          label: t`Tracks`,
          count: count("/tracks"),
          content: () => <TrackFields editor={editor} plans={plans} />,
        },
        ...(isFirst
          ? []
          : [
              {
                value: "changes",
                label: t`What it changes`,
                content: () => (
                  <Section title={t`Against what is published`}>
                    {changes === null ? (
                      <Trans>
                        Something cannot stand yet. What it changes can be read once that is mended.
                      </Trans>
                    ) : (
                      <Changes changes={changes} after={editor.document} />
                    )}
                  </Section>
                ),
              },
            ]),
        {
          value: "document",
          label: t`The whole document`,
          count: editor.errors.length || undefined,
          content: () => (
            <Section title={t`The whole document`} note={t`The same as text, for those who want it.`}>
              <DocumentField
                name="document"
                label={t`Program document (JSON)`}
                value={editor.text}
                onChange={editor.changeText}
                onBlur={() => {}}
                error={undefined}
                optional={false}
                errors={editor.errors}
              />
            </Section>
          ),
        },
      ]}
    />
  );
}
