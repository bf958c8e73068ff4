import { loadRows } from '@renderer/bridge/load-rows';
import { useStatus } from '@renderer/state/status-context';
import { useDataVersion } from '@renderer/state/use-data-version';
import { useEffect, useState } from 'react';
import { type BrandingRow, brandingRow } from './branding-row';

/** Organizations looked at; past it the screen says that it shows only the first ones. */
export const brandingsLimit = 2_000;

export interface Brandings {
  /** By name; undefined until they are there. */
  readonly rows: readonly BrandingRow[] | undefined;
  readonly complete: boolean;
}

/** Branding of all organizations: contrast is worked out here, the query language cannot ask for it. */
export function useBrandings(): Brandings {
  const version = useDataVersion();
  const copied = (useStatus()?.freshness.asOf ?? 0) > 0;
  const [state, setState] = useState<Brandings>({ rows: undefined, complete: true });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a reason to look again
  useEffect(() => {
    let ended = false;
    const byName = { sort: { field: 'name', direction: 'asc' } } as const;
    void loadRows('organization', byName, 0, brandingsLimit).then((rows) => {
      if (ended) return;
      const brandings = rows.map(({ record }) => brandingRow(record));
      setState({ rows: brandings, complete: rows.length < brandingsLimit });
    });
    return () => {
      ended = true;
    };
  }, [version]);
  return !copied && state.rows?.length === 0 ? { rows: undefined, complete: true } : state;
}
