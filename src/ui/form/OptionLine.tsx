import type { Option } from "./fields.tsx";

/** A choice in an open list, with what tells it from its neighbours. */
export function OptionLine({ option }: { option: Option | undefined }) {
  if (!option) return null;
  return (
    <span>
      {option.label}
      {option.hint && <span style={{ color: "var(--mantine-color-dimmed)" }}> · {option.hint}</span>}
    </span>
  );
}
