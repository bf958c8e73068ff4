import { type Result, success } from '@shared/contract/failure';
import type { Page, PageRequest } from '@shared/contract/page';
import type { EngineClient } from './engine-client';
import { pageSize } from './load-rows';

export type WholeRequest = Omit<PageRequest, 'offset' | 'limit'>;

interface Held {
  readonly page: Page | undefined;
  readonly stop: () => void;
}

/**
 * All rows of a query as one page, live: pages are subscribed to one behind the other, up to the one that is not full. Nothing is told while
 * one of them is on its way, or failed last. Returns the unsubscriber.
 */
export function openWhole(
  engine: Pick<EngineClient, 'subscribe'>,
  request: WholeRequest,
  take: (whole: Result<Page>) => void,
): () => void {
  let held: readonly Held[] = [];

  const tell = (): void => {
    const pages = held.flatMap(({ page }) => page ?? []);
    const [first] = pages;
    if (first === undefined || pages.length < held.length) return;
    // A row that moves from page to page stands in both until the second one has heard of it.
    const rows = new Map(pages.flatMap((page) => page.rows).map((row) => [row.id, row]));
    const extras = Object.assign({}, ...pages.map((page) => page.extras)) as Page['extras'];
    take(success({ ...first, rows: [...rows.values()], extras, total: rows.size }));
  };
  const open = (place: number): void => {
    const offset = place * pageSize;
    const set = (part: Partial<Held>): void => {
      held = held.map((each, at) => (at === place ? { ...each, ...part } : each));
    };
    held = [...held, { page: undefined, stop: () => undefined }];
    const stop = engine.subscribe('page', { ...request, offset, limit: pageSize }, (page) => {
      set({ page: page.ok ? page.value : undefined });
      if (!page.ok) return take(page);
      if (page.value.rows.length < pageSize) {
        for (const { stop: end } of held.slice(place + 1)) end();
        held = held.slice(0, place + 1);
      } else if (place === held.length - 1) open(place + 1);
      tell();
    });
    set({ stop });
  };
  open(0);
  return () => {
    for (const { stop } of held) stop();
  };
}
