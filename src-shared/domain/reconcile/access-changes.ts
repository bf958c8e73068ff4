import { t } from '../../language/t';
import type { BlastRadius } from '../plan/plan-step';
import type { Fate } from '../rules/access-fates';
import type { PlanFacts } from '../rules/plan-facts';

/** Names listed in one organization; further people are counted only. */
const namesShown = 200;

interface Tally {
  readonly organizationId: string;
  readonly permission: string;
  readonly change: 'gains' | 'loses';
  readonly people: Map<string, string>;
}

/** Who gains and who loses which permission in which organization, everybody once. Pure. */
export function accessChanges(facts: PlanFacts, fates: readonly Fate[]): BlastRadius['access'] {
  const tallies = new Map<string, Tally>();
  const count = ({ organizationId, people }: Fate, permission: string, change: Tally['change']): void => {
    const key = `${organizationId} ${change} ${permission}`;
    const tally = tallies.get(key) ?? { organizationId, permission, change, people: new Map() };
    tallies.set(key, tally);
    for (const [id, name] of people) tally.people.set(id, name);
  };
  for (const fate of fates) {
    for (const permission of fate.gains) count(fate, permission, 'gains');
    for (const permission of fate.loses) count(fate, permission, 'loses');
  }
  return [...tallies.values()].map(({ organizationId, permission, change, people }) => ({
    organizationId,
    organizationName: organizationName(facts, organizationId),
    permission,
    change,
    ...named(people, namesShown),
  }));
}

/** Some people by name, and how many there are beyond. */
export function named(
  people: ReadonlyMap<string, string>,
  most: number,
): { readonly people: string[]; readonly more?: number } {
  const names = [...people.values()].filter((name) => name !== '').slice(0, most);
  return { people: names, ...(people.size > names.length ? { more: people.size - names.length } : {}) };
}

/** The organization's name as it stands on screen. */
export function organizationName({ rows }: Pick<PlanFacts, 'rows'>, id: string): string {
  if (id === '') return t('Every organization');
  const row = rows.get(`organization/${id}`);
  return row !== undefined && 'name' in row ? row.name : id;
}
