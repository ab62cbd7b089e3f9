interface Page<Item> {
  items: readonly Item[];
  nextCursor: string | null;
}

/** The items of all pages of a list, one after the other. */
export async function* everyItem<Item>(
  pageAt: (query: { cursor: string | undefined; limit: number }) => Promise<Page<Item>>,
): AsyncGenerator<Item> {
  let cursor: string | undefined;
  do {
    const page = await pageAt({ cursor, limit: 200 });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
