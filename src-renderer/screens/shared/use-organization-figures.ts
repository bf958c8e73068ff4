import { loadRows } from '@renderer/bridge/load-rows';
import { useStatus } from '@renderer/state/status-context';
import { useDataVersion } from '@renderer/state/use-data-version';
import { useEffect, useState } from 'react';
import { useKnownExtras } from './known-extras';
import { byFullness, figuresOf, type OrganizationFigures } from './organization-figures';

/** Organizations looked at; past it the screens say that they show only the first ones. */
export const figuresLimit = 2_000;

export interface OrganizationFiguresState {
  /** Fullest first; undefined while being worked out for the first time. */
  readonly figures: readonly OrganizationFigures[] | undefined;
  readonly complete: boolean;
}

/** Seats and admins of all organizations, by fullness; worked out again when data or what is staged changes. */
export function useOrganizationFigures(): OrganizationFiguresState {
  const version = useDataVersion();
  const known = useKnownExtras();
  const copied = (useStatus()?.freshness.asOf ?? 0) > 0;
  const [state, setState] = useState<Known>({ ...unknown, copied });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version is a reason to work them out again
  useEffect(() => {
    let ended = false;
    void loadRows('organization', { sort: { field: 'name', direction: 'asc' } }, 0, figuresLimit).then(
      (rows) => {
        if (ended) return;
        const figures = rows.map(({ record, extras }) => figuresOf(record, known(extras))).sort(byFullness);
        setState({ figures, complete: rows.length < figuresLimit, copied });
      },
    );
    return () => {
      ended = true;
    };
  }, [version, copied, known]);
  const early = copied ? !state.copied : state.figures?.length === 0;
  return early ? unknown : state;
}

interface Known extends OrganizationFiguresState {
  /** Whether a first copy was complete when they were worked out: figures from before then are no answer any more. */
  readonly copied: boolean;
}

const unknown: OrganizationFiguresState = { figures: undefined, complete: true };
