import type { PathNode } from '@shared/domain/access/access-answer';
import type { EntityName } from '@shared/domain/entity';

/** What gives a role: a group of a directory, and the set that it is of. */
const sources: ReadonlySet<EntityName> = new Set<EntityName>(['directory', 'roleSet']);

/** Where a role comes from, as the way says: `by group Engineering of Okta · from the role set Standard`; '' for nothing told. */
export function roleFrom(path: readonly PathNode[]): string {
  return path
    .filter(({ entity }) => sources.has(entity))
    .map(({ says, label }) => `${says} ${label}`)
    .join(' · ');
}
