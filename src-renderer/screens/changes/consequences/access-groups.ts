import type { BlastRadius } from '@shared/contract/plan';
import { groupBy } from './group-by';

type Entry = BlastRadius['access'][number];

/** People of one organization in a group. */
export interface AccessPlace {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly people: readonly string[];
  /** People beyond those named. */
  readonly more: number;
}

/** Everybody who gains, or loses, the same permissions. */
export interface AccessGroup {
  readonly id: string;
  readonly change: 'gains' | 'loses';
  readonly permissions: readonly string[];
  readonly places: readonly AccessPlace[];
  readonly people: number;
  /** Not everybody has all of these permissions: a whole organization goes, say. */
  readonly mixed: boolean;
}

/** So many fates in one organization are told apart; more of them are told together. */
const fates = 3;

/**
 * Folds the blast radius: per organization the permissions of the same people, then the same permissions over
 * organizations. Losses first, then the most people. Pure.
 */
export function accessGroups(access: BlastRadius['access']): readonly AccessGroup[] {
  const places = groupBy(access, ({ organizationId, change }) => `${change} ${organizationId}`);
  const folded = places.flatMap((entries) => foldPlace(entries));
  const groups = new Map<string, AccessGroup>();
  for (const group of folded) {
    const same = group.mixed ? undefined : groups.get(group.id);
    groups.set(group.id, {
      ...group,
      places: [...(same?.places ?? []), ...group.places],
      people: (same?.people ?? 0) + group.people,
    });
  }
  return [...groups.values()].toSorted((a, b) =>
    a.change === b.change ? b.people - a.people : a.change === 'loses' ? -1 : 1,
  );
}

/** The groups of one organization and one change. */
function foldPlace(entries: readonly Entry[]): readonly AccessGroup[] {
  const byPeople = groupBy(entries, ({ people, more = 0 }) => JSON.stringify([people, more]));
  if (byPeople.length <= fates) return byPeople.map((same) => groupOf(same, false));
  const most = entries.reduce((a, b) => (countOf(b) > countOf(a) ? b : a));
  return [groupOf([most, ...entries.filter((entry) => entry !== most)], true)];
}

/** A group of entries that are about the people of the first one. */
function groupOf(entries: readonly Entry[], mixed: boolean): AccessGroup {
  const [{ organizationId, organizationName, change, people, more = 0 }] = entries as [Entry];
  const permissions = entries.map(({ permission }) => permission).toSorted();
  return {
    id: JSON.stringify([change, permissions, mixed ? organizationId : '']),
    change,
    permissions,
    places: [{ organizationId, organizationName, people, more }],
    people: people.length + more,
    mixed,
  };
}

const countOf = ({ people, more = 0 }: Entry): number => people.length + more;
