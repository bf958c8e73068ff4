import { isPowerful } from '../access';
import type { AccessGroup, BlastRadius } from '../plan/plan-step';
import type { Fate } from '../rules/access-fates';
import type { PlanFacts } from '../rules/plan-facts';
import { named, organizationName } from './access-changes';

/** Names and organizations told of one group; the rest is counted. */
const namesTold = 12;
const placesTold = 50;

interface Group {
  readonly change: AccessGroup['change'];
  readonly permissions: readonly string[];
  readonly places: Map<string, Map<string, string>>;
}

/**
 * Everybody who gains, or loses, the same permissions, over all organizations: a person in six of them is one person. Losses
 * first, then the most people. Pure.
 */
export function accessGroups(facts: PlanFacts, fates: readonly Fate[]): BlastRadius['groups'] {
  const groups = new Map<string, Group>();
  const groupOfList = new Map<readonly string[], Group>();
  const groupOf = (change: Group['change'], permissions: readonly string[]): Group => {
    const sorted = permissions.toSorted();
    const key = JSON.stringify([change, sorted]);
    const group = groups.get(key) ?? { change, permissions: sorted, places: new Map() };
    groups.set(key, group);
    groupOfList.set(permissions, group);
    return group;
  };
  const add = (fate: Fate, change: Group['change'], permissions: readonly string[]): void => {
    if (permissions.length === 0) return;
    const { places } = groupOfList.get(permissions) ?? groupOf(change, permissions);
    const place = places.get(fate.organizationId) ?? new Map<string, string>();
    places.set(fate.organizationId, place);
    for (const [id, name] of fate.people) place.set(id, name);
  };
  for (const fate of fates) {
    add(fate, 'loses', fate.loses);
    add(fate, 'gains', fate.gains);
  }
  return [...groups.values()]
    .map(({ change, permissions, places }) => ({
      change,
      permissions: [...permissions],
      people: union(places.values()).size,
      organizations: places.size,
      everywhere: places.has(''),
      places: [...places].slice(0, placesTold).map(([organizationId, people]) => ({
        organizationId,
        organizationName: organizationName(facts, organizationId),
        people: people.size,
        names: named(people, namesTold).people,
      })),
    }))
    .sort((a, b) => (a.change === b.change ? b.people - a.people : a.change === 'loses' ? -1 : 1));
}

/** How many people gain something anywhere, and how many lose something: each counted once. */
export function peopleTouched(fates: readonly Fate[]): BlastRadius['people'] {
  const who = (list: 'gains' | 'loses'): number =>
    union(fates.filter((fate) => fate[list].length > 0).map(({ people }) => people)).size;
  return { gain: who('gains'), lose: who('loses') };
}

/** How many people gain, or lose, each permission in any organization: each person once. */
export function permissionTotals(fates: readonly Fate[]): BlastRadius['permissions'] {
  const totals = new Map<string, { change: AccessGroup['change']; permission: string; ids: Set<string> }>();
  for (const change of ['loses', 'gains'] as const)
    for (const [permissions, ids] of peopleByList(fates, change))
      for (const permission of permissions) {
        const key = `${change} ${permission}`;
        const total = totals.get(key);
        if (total === undefined) totals.set(key, { change, permission, ids: new Set(ids) });
        else for (const id of ids) total.ids.add(id);
      }
  return [...totals.values()]
    .map(({ change, permission, ids }) => ({
      change,
      permission,
      people: ids.size,
      powerful: isPowerful(permission),
    }))
    .sort((a, b) => Number(b.powerful) - Number(a.powerful) || b.people - a.people);
}

/** Who comes to each list of permissions: a handful of lists, however many people. */
function peopleByList(
  fates: readonly Fate[],
  list: 'gains' | 'loses',
): ReadonlyMap<readonly string[], ReadonlySet<string>> {
  const byList = new Map<readonly string[], Set<string>>();
  for (const { people, [list]: permissions } of fates) {
    const ids = byList.get(permissions) ?? new Set();
    byList.set(permissions, ids);
    for (const id of people.keys()) ids.add(id);
  }
  return byList;
}

function union(people: Iterable<ReadonlyMap<string, string>>): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const some of people) for (const id of some.keys()) ids.add(id);
  return ids;
}
