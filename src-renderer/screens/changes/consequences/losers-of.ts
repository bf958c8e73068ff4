import type { BlastRadius } from '@shared/contract/plan';

/** How many people lose something in an organization: those of its most common lost permission, which all of them have. */
export function losersOf(access: BlastRadius['access'], organizationId: string): number {
  return access
    .filter((entry) => entry.organizationId === organizationId && entry.change === 'loses')
    .reduce((most, { people, more = 0 }) => Math.max(most, people.length + more), 0);
}
