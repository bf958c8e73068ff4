import type { StageOutcome } from '@renderer/state/stage';
import { plural } from '@renderer/ui/plural';
import type { Failure } from '@shared/contract/failure';
import { useState } from 'react';

export interface Rejections {
  readonly failures: readonly Failure[];
  /** Keeps what was rejected for showing; true when anything was. `names` are in the order of the drafts. */
  readonly show: (outcome: StageOutcome, names: readonly string[]) => boolean;
}

/** Why drafts of a bulk edit were rejected: each reason once, with the names it concerns. */
export function useRejections(): Rejections {
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  return {
    failures,
    show: (outcome, names) => {
      setFailures(groupRejections(outcome, names));
      return outcome.rejected.length > 0;
    },
  };
}

/** Rejections with the same message become one. */
export function groupRejections({ rejected }: StageOutcome, names: readonly string[]): readonly Failure[] {
  const groups = new Map<string, { readonly failure: Failure; readonly names: string[] }>();
  for (const { index, failure } of rejected) {
    const key = `${failure.code} ${failure.next}`;
    const group = groups.get(key) ?? { failure, names: [] };
    group.names.push(names[index] ?? '');
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => {
    if (group.names.length === 1) return group.failure;
    const listed = group.names.slice(0, 3).join(', ');
    const rest = group.names.length > 3 ? ` and ${group.names.length - 3} more` : '';
    const message = `Not staged for ${plural(group.names.length, 'row')} (${listed}${rest}): ${group.failure.message}`;
    return { ...group.failure, message };
  });
}
