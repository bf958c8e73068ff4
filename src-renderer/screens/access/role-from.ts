import type { PathNode } from '@shared/domain/access/access-answer';

/** Where a role comes from, as the way says: `by group Engineering of Okta · from the role set Standard`; '' for nothing told. */
export function roleFrom(path: readonly PathNode[]): string {
  const end = path.findIndex(({ entity }) => entity === 'role');
  return path
    .slice(2, end === -1 ? undefined : end)
    .map(({ says, label }) => `${says} ${label}`)
    .join(' · ');
}
