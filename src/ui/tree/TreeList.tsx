import type { ReactNode } from "react";
import classes from "./tree.module.css";

export interface TreeNode {
  id: string;
  /** The node's name, a link where it has a page. */
  label: ReactNode;
  /** On the other side: a state, an amount. */
  aside?: ReactNode;
  /** A few words after the name: `master of, since 3 Mar 2025`. */
  note?: ReactNode;
  children?: readonly TreeNode[];
  /** The node whose page this is. */
  current?: boolean;
}

interface TreeListProps {
  label: string;
  nodes: readonly TreeNode[];
}

/** Who stands below whom, as nested lists with lines between. */
export function TreeList({ label, nodes }: TreeListProps) {
  return (
    <ul className={classes.root} aria-label={label}>
      {nodes.map((node) => (
        <Branch key={node.id} node={node} />
      ))}
    </ul>
  );
}

function Branch({ node }: { node: TreeNode }) {
  return (
    <li className={classes.branch}>
      <div className={classes.node} data-current={node.current || undefined}>
        <span className={classes.name} aria-current={node.current ? "true" : undefined}>
          {node.label}
          {node.note && <span className={classes.note}>{node.note}</span>}
        </span>
        {node.aside && <span className={classes.aside}>{node.aside}</span>}
      </div>
      {node.children && node.children.length > 0 && (
        <ul className={classes.list}>
          {node.children.map((child) => (
            <Branch key={child.id} node={child} />
          ))}
        </ul>
      )}
    </li>
  );
}
