import type { Failure } from '@shared/contract/failure';
import type { FleetPage, FleetQuery, FleetRow } from '@shared/contract/fleet';
import { useCallback, useState } from 'react';
import { engine } from './engine';
import { useFeed } from './use-feed';

export type FleetRequest = Pick<FleetQuery, 'text' | 'group' | 'verdicts' | 'path' | 'value' | 'sort'>;

export interface FleetState {
  readonly total: number | undefined;
  /** The settings across; rows have their cells in this order. */
  readonly paths: readonly string[];
  readonly failure: Failure | undefined;
  readonly rowAt: (index: number) => FleetRow | undefined;
  readonly show: (from: number, to: number) => void;
  /** Rows without their cells, to be chosen. */
  readonly load: (from: number, to: number) => Promise<readonly FleetRow[]>;
}

/** Rows that a page has at most, and how far what is held moves: as much again is before and after what is on screen, where it fits. */
const most = 200;
const step = 50;

/** The rows to hold for those on screen, `to` exclusive. */
export function heldPage(from: number, to: number): { readonly offset: number; readonly limit: number } {
  const first = Math.floor(from / step) * step;
  const end = Math.ceil(to / step) * step + step;
  const before = Math.max(0, first - step);
  const offset = end - before > most ? first : before;
  return { offset, limit: Math.min(most, end - offset) };
}

/** The rows that are held, as a table says what is on screen. */
export function useHeldPage() {
  const [{ offset, limit }, setHeld] = useState(heldPage(0, step));
  const show = useCallback((from: number, to: number) => {
    const next = heldPage(from, to);
    setHeld((last) => (last.offset === next.offset && last.limit === next.limit ? last : next));
  }, []);
  return { offset, limit, show };
}

/** The matrix of a fleet: only the rows around what is on screen are held, and kept live. */
export function useFleet(query: FleetRequest): FleetState {
  const { offset, limit, show } = useHeldPage();
  const feed = useFeed('fleetMatrix', { ...query, offset, limit }, { keep: true });
  const page: FleetPage | undefined = feed.value;
  const rowAt = useCallback(
    (index: number) => (page === undefined ? undefined : page.rows[index - page.offset]),
    [page],
  );
  const key = JSON.stringify(query);
  const load = useCallback(
    async (from: number, to: number) => {
      const rows: FleetRow[] = [];
      while (from + rows.length < to) {
        const limit = Math.min(200, to - from - rows.length);
        const asked = {
          ...(JSON.parse(key) as FleetRequest),
          offset: from + rows.length,
          limit,
          cells: false,
        };
        const found = await engine.call('fleetMatrix', asked);
        if (!found.ok || found.value.rows.length === 0) break;
        rows.push(...found.value.rows);
      }
      return rows;
    },
    [key],
  );
  return { total: page?.total, paths: page?.paths ?? none, failure: feed.failure, rowAt, show, load };
}

const none: readonly string[] = [];
