import type { Failure } from '@shared/contract/failure';
import { t } from '@shared/language/t';

interface Rejected {
  /** Index of the draft and why it was not staged. */
  readonly rejected: readonly { readonly index: number; readonly failure: Failure }[];
}

/** Why drafts were rejected: each reason once, with the names it concerns. `names` are in the order of the drafts. */
export function groupRejections({ rejected }: Rejected, names: readonly string[]): readonly Failure[] {
  const groups = new Map<string, { readonly failure: Failure; readonly names: string[] }>();
  for (const { index, failure } of rejected) {
    const key = `${failure.code} ${failure.next}`;
    const group = groups.get(key) ?? { failure, names: [] };
    group.names.push(names[index] ?? '');
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => {
    if (group.names.length === 1) return group.failure;
    const first = group.names.slice(0, 3).join(', ');
    const rest = group.names.length - 3;
    const listed = rest > 0 ? t('{names} and {count, number} more', { names: first, count: rest }) : first;
    const message = t('Not staged for {count, plural, one {# row} other {# rows}} ({listed}): {message}', {
      count: group.names.length,
      listed,
      message: group.failure.message,
    });
    return { ...group.failure, message };
  });
}
