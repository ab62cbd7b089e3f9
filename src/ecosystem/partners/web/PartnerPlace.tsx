import { Trans, useLingui } from "@lingui/react/macro";
import { useEndpoint } from "#ui/api/query.ts";
import { Loaded } from "#ui/feedback/Loaded.tsx";
import { RecordLink } from "#ui/link/RecordLink.tsx";
import { Section } from "#ui/page/Section.tsx";
import { TreeList, type TreeNode } from "#ui/tree/TreeList.tsx";
import { getHierarchy, type Hierarchy, type Partner } from "../contract.ts";
import { usePartnerWords } from "./partnerWords.ts";

/** Where a company stands: who is above it, and everyone below. */
export function PartnerPlace({ partner }: { partner: Partner }) {
  const { t } = useLingui();
  const hierarchy = useEndpoint(getHierarchy, { params: { partnerId: partner.id } });
  const words = usePartnerWords();
  return (
    <Section title={t`Hierarchy`}>
      <Loaded query={hierarchy}>
        {(place) =>
          place.ancestors.length === 0 && place.below.length === 0 ? (
            <Trans>Nobody stands above or below this partner.</Trans>
          ) : (
            <>
              <TreeList label={t`Hierarchy`} nodes={treeOf(partner, place, words.typesOf)} />
              {!place.complete && <Trans>The tree goes on; only a part of it is shown.</Trans>}
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

type Below = Hierarchy["below"][number];

function treeOf(
  partner: Partner,
  { ancestors, below }: Hierarchy,
  typesOf: (types: Below["types"]) => string,
): TreeNode[] {
  const children = Map.groupBy(below, ({ parentId }) => parentId);
  const nodesBelow = (id: string): TreeNode[] =>
    (children.get(id) ?? []).map((child) => ({
      id: child.id,
      label: (
        <RecordLink noun="partner" id={child.id}>
          {child.name}
        </RecordLink>
      ),
      note: child.territory,
      aside: typesOf(child.types),
      children: nodesBelow(child.id),
    }));
  const own: TreeNode = {
    id: partner.id,
    label: partner.name,
    current: true,
    children: nodesBelow(partner.id),
  };
  return [
    ancestors.reduce<TreeNode>(
      (node, ancestor) => ({
        id: ancestor.id,
        label: (
          <RecordLink noun="partner" id={ancestor.id}>
            {ancestor.name}
          </RecordLink>
        ),
        children: [node],
      }),
      own,
    ),
  ];
}
