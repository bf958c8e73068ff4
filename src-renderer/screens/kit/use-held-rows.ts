import { loadRows } from '@renderer/bridge/load-rows';
import { useList } from '@renderer/bridge/use-list';
import { type Row, type RowsState, useRows } from '@renderer/bridge/use-rows';
import type { Filter, PageRequest } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import { useCallback, useMemo, useRef, useState } from 'react';
import { type Held, mostHeld, placedHeld, rowAtPlace, withHeld } from './place-held';

type Query = Omit<PageRequest, 'entity'>;

interface HeldRows<E extends EntityName> {
  readonly rows: RowsState<E>;
  /** Rows `from` to `to` (exclusive) as they stand in the table, fetched. */
  readonly load: (from: number, to: number) => Promise<readonly Row<E>[]>;
  /** Keeps rows that are on screen in their places until the query is another one. */
  readonly hold: (ids: Iterable<string>) => void;
}

const none: readonly Held[] = [];
const isNot = ({ id }: Held): Filter => ({ field: 'id', op: 'ne', value: id });

/**
 * Rows of a query, of which some keep their places: one that is edited stays where the eye is, with its new values, until somebody
 * sorts or filters again. The engine is asked for the others page by page, and for the held ones by their ids.
 */
export function useHeldRows<E extends EntityName>(entity: E, query: Query): HeldRows<E> {
  const key = JSON.stringify(query);
  const [state, setState] = useState({ key, held: none });
  const held = state.key === key ? state.held : none;
  const others = useMemo<Query>(
    () => ({ ...query, where: [...(query.where ?? []), ...held.map(isNot)] }),
    [query, held],
  );
  const { total, rowAt: otherAt, show: showOthers, ...rest } = useRows(entity, others);
  const ids = held.map(({ id }) => id);
  const kept = useList(
    entity,
    ids.length === 0 ? null : { where: [{ field: 'id', op: 'in', value: ids }], limit: mostHeld },
  );
  const seen = useRef(new Map<string, { readonly at: number; readonly row: Row<E> }>());

  // Until the rows without those held now are there, the table stands as it stood.
  const standing = useRef(held);
  if (!rest.stale) standing.current = held;
  const shown = standing.current;
  const keptRows = useMemo(
    () =>
      kept.rows &&
      new Map<string, Row<E>>(
        kept.rows.map((record) => [record.id, { record, extras: kept.extras[record.id] ?? {} }]),
      ),
    [kept],
  );
  const placed = useMemo(
    // One that is deleted leaves its place; not told yet, it was there a moment ago.
    () =>
      placedHeld(
        shown.filter(({ id }) => keptRows?.has(id) ?? true),
        total ?? 0,
      ),
    [shown, keptRows, total],
  );
  const heldRow = useCallback((id: string) => keptRows?.get(id) ?? seen.current.get(id)?.row, [keptRows]);
  const rowAt = useCallback(
    (place: number) => {
      const at = rowAtPlace(placed, place);
      const row = 'held' in at ? heldRow(at.held) : otherAt(at.other);
      if (row) seen.current.set(row.record.id, { at: place, row });
      return row;
    },
    [placed, heldRow, otherAt],
  );
  const show = useCallback(
    (from: number, to: number) => showOthers(Math.max(0, from - placed.length), to),
    [showOthers, placed.length],
  );
  const hold = useCallback(
    (more: Iterable<string>) => {
      const found = [...more].flatMap((id) => {
        const at = seen.current.get(id)?.at;
        return at === undefined ? [] : [{ id, at }];
      });
      setState((last) => {
        const before = last.key === key ? last.held : none;
        const next = withHeld(before, found);
        return next === before ? last : { key, held: next };
      });
    },
    [key],
  );
  const load = useCallback(
    async (from: number, to: number) => {
      const before = (place: number): number => placed.filter(({ at }) => at < place).length;
      const between = placed.filter(({ at }) => at >= from && at < to).flatMap(({ id }) => heldRow(id) ?? []);
      return [...between, ...(await loadRows(entity, others, from - before(from), to - before(to)))];
    },
    [entity, others, placed, heldRow],
  );
  const all = total === undefined ? undefined : total + placed.length;
  return { rows: { ...rest, total: all, rowAt, show }, load, hold };
}
