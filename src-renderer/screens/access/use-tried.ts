import { useFittingAnswer } from '@renderer/bridge/use-answer';
import { useVerdicts } from '@renderer/state/access-verdicts';
import { useDataVersion } from '@renderer/state/use-data-version';
import type { AccessMoment } from '@shared/contract/access';
import type { Failure } from '@shared/contract/failure';
import type { Verdict } from '@shared/domain/access/assertion';

export interface Tried {
  readonly verdict?: Verdict | undefined;
  /** Why it could not be tried: its permission is no more, say. */
  readonly failure?: Failure | undefined;
}

interface TriedAt {
  /** What became of an assertion, by the id of its entry; empty before that is known. */
  readonly tried: (id: string) => Tried;
  /** ms; 0 where nothing was tried yet. */
  readonly triedAt: number;
}

/** What became of the assertions of the book: as the engine tried them after the last sweep, or tried together for another moment. */
export function useTried(when: AccessMoment): TriedAt {
  const kept = useVerdicts();
  const version = useDataVersion();
  const isNow = when.kind === 'now';
  const other = useFittingAnswer('tryKeptAssertions', isNow ? null : { when }, version);
  // A verdict of another moment must not stand under this one.
  const found = isNow ? kept : other.fits ? other.value : undefined;
  const byId = new Map(found?.tried.map(({ id, verdict, failure }) => [id, { verdict, failure }]));
  return {
    tried: (id) => {
      const one = byId.get(id);
      const failure = one?.failure ?? (isNow ? undefined : other.failure);
      return { verdict: one?.verdict ?? undefined, failure };
    },
    triedAt: found?.triedAt ?? 0,
  };
}
