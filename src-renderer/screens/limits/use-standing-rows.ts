import type { OrganizationFigures } from '@renderer/screens/shared/organization-figures';
import { useRef } from 'react';

interface Standing {
  readonly key: string;
  readonly ids: readonly string[];
}

/**
 * Rows in the order they had when they were sorted or filtered last: one that is edited stays where the eye is, with its new
 * figures, until somebody sorts again. Those that come meanwhile stand at the end.
 *
 * @param key the sort and the filters.
 */
export function useStandingRows(
  sorted: readonly OrganizationFigures[] | undefined,
  all: readonly OrganizationFigures[] | undefined,
  key: string,
): readonly OrganizationFigures[] | undefined {
  const standing = useRef<Standing | null>(null);
  if (sorted === undefined || all === undefined) return undefined;
  const rows = standing.current?.key === key ? inPlace(standing.current.ids, sorted, all) : sorted;
  standing.current = { key, ids: rows.map(({ id }) => id) };
  return rows;
}

/** Pure. */
export function inPlace(
  ids: readonly string[],
  sorted: readonly OrganizationFigures[],
  all: readonly OrganizationFigures[],
): readonly OrganizationFigures[] {
  const byId = new Map<string, OrganizationFigures>(all.map((row) => [row.id, row]));
  const held = new Set(ids);
  return [...ids.flatMap((id) => byId.get(id) ?? []), ...sorted.filter(({ id }) => !held.has(id))];
}
