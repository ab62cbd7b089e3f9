import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { dayBefore } from "#ui/format/time.ts";
import { useFormat } from "#ui/format/useFormat.ts";
import { Section } from "#ui/page/Section.tsx";
import { RowsTable } from "#ui/table/RowsTable.tsx";
import { DayText } from "#ui/text/dates.tsx";
import { touchedByVersion } from "../contract.ts";

/** From whom the version published last takes something, and what. */
export function TouchedPartners({ programId }: { programId: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const touched = useEndpoint(touchedByVersion, { params: { programId } });
  return (
    <Loaded query={touched}>
      {({ version, partners, items }) =>
        version !== null && (
          <Section
            title={t`Whom version ${version} touches`}
            note={
              partners === 0 ? (
                <Trans>It takes nothing from anybody, by what counts so far.</Trans>
              ) : (
                <Plural
                  value={partners}
                  one="# partner has less by it, by what counts so far; its people are told."
                  other="# partners have less by it, by what counts so far; their people are told."
                />
              )
            }
            flush={items.length > 0}
          >
            {items.length > 0 && (
              <RowsTable
                label={t`Whom version ${version} touches`}
                rows={items}
                rowKey={({ partner }) => partner.id}
                rowHref={({ partner }) => `/partners/${partner.id}/standing`}
                columns={[
                  { id: "partner", header: t`Partner`, card: "title", cell: ({ partner }) => partner.name },
                  {
                    id: "what",
                    header: t`What it loses`,
                    wraps: true,
                    cell: ({ how, level, wouldBe, until, benefits }) =>
                      how === "left-out"
                        ? t`takes no part any more`
                        : how === "falls"
                          ? t`${wouldBe ?? ""} instead of ${level ?? ""}`
                          : how === "keeps"
                            ? until === null
                              ? t`earns ${wouldBe ?? ""}, keeps ${level ?? ""} for a time`
                              : t`earns ${wouldBe ?? ""}, keeps ${level ?? ""} in grace until ${format.day(dayBefore(until))}`
                            : benefits.length === 0
                              ? t`less on ${level ?? ""}`
                              : t`less on ${level ?? ""}: ${format.list(benefits)}`,
                  },
                  { id: "from", header: t`From`, width: 140, cell: ({ from }) => <DayText value={from} /> },
                ]}
              />
            )}
          </Section>
        )
      }
    </Loaded>
  );
}
