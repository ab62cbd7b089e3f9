import { useLocalStorage } from "@mantine/hooks";

/** A set of filters and a sort under a name. */
export interface SavedView {
  name: string;
  values: Record<string, string>;
}

/** The views that a person saved for a list, kept on this device. */
export function useSavedViews(list: string) {
  const [views, setViews] = useLocalStorage<SavedView[]>({
    key: `hanse.views.${list}`,
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  return {
    views,
    save: (view: SavedView) => setViews((all) => [...all.filter(({ name }) => name !== view.name), view]),
    remove: (name: string) => setViews((all) => all.filter((view) => view.name !== name)),
  };
}

/** Which columns of a list are shown, kept on this device; null while nobody chose. */
export function useChosenColumns(list: string) {
  return useLocalStorage<string[] | null>({
    key: `hanse.columns.${list}`,
    defaultValue: null,
    getInitialValueInEffect: false,
  });
}
