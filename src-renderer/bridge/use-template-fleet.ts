import type { Failure } from '@shared/contract/failure';
import type { TemplateFleetPage, TemplateFleetQuery, TemplateFleetRow } from '@shared/contract/templates';
import { useCallback } from 'react';
import { engine } from './engine';
import { useFeed } from './use-feed';
import { useHeldPage } from './use-fleet';

export type TemplateFleetRequest = Omit<TemplateFleetQuery, 'offset' | 'limit'>;

export interface TemplateFleetState {
  /** Undefined until the first is there; what it says of all rows counts, its rows are those around what is on screen. */
  readonly page: TemplateFleetPage | undefined;
  readonly failure: Failure | undefined;
  readonly rowAt: (index: number) => TemplateFleetRow | undefined;
  readonly show: (from: number, to: number) => void;
  readonly load: (from: number, to: number) => Promise<readonly TemplateFleetRow[]>;
}

/** One template over all applications, live; only the rows around what is on screen are held. */
export function useTemplateFleet(query: TemplateFleetRequest | null): TemplateFleetState {
  const { offset, limit, show } = useHeldPage();
  const feed = useFeed('templateFleet', query && { ...query, offset, limit }, { keep: true });
  const page = feed.value;
  const rowAt = useCallback((index: number) => page?.rows[index - page.offset], [page]);
  const key = JSON.stringify(query);
  const load = useCallback(
    async (from: number, to: number) => {
      const asked = JSON.parse(key) as TemplateFleetRequest | null;
      const rows: TemplateFleetRow[] = [];
      while (asked !== null && from + rows.length < to) {
        const next = { offset: from + rows.length, limit: Math.min(200, to - from - rows.length) };
        const found = await engine.call('templateFleet', { ...asked, ...next });
        if (!found.ok || found.value.rows.length === 0) break;
        rows.push(...found.value.rows);
      }
      return rows;
    },
    [key],
  );
  return { page, failure: feed.failure, rowAt, show, load };
}
