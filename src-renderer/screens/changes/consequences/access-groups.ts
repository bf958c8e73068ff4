import type { BlastRadius } from '@shared/contract/plan';

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
}

/** Folds the blast radius: per organization the permissions of the same people, then the same permissions over organizations. Pure. */
export function accessGroups(access: BlastRadius['access']): readonly AccessGroup[] {
  const places = new Map<
    string,
    { place: AccessPlace; change: AccessGroup['change']; permissions: string[] }
  >();
  for (const { organizationId, organizationName, permission, change, people, more = 0 } of access) {
    const key = JSON.stringify([organizationId, change, people, more]);
    const found = places.get(key) ?? {
      place: { organizationId, organizationName, people, more },
      change,
      permissions: [],
    };
    places.set(key, found);
    found.permissions.push(permission);
  }
  const groups = new Map<string, AccessGroup>();
  for (const { place, change, permissions } of places.values()) {
    const sorted = permissions.toSorted();
    const id = JSON.stringify([change, sorted]);
    const group = groups.get(id);
    groups.set(id, {
      id,
      change,
      permissions: sorted,
      places: [...(group?.places ?? []), place],
      people: (group?.people ?? 0) + place.people.length + place.more,
    });
  }
  return [...groups.values()].toSorted((a, b) =>
    a.change === b.change ? b.people - a.people : a.change === 'loses' ? -1 : 1,
  );
}
