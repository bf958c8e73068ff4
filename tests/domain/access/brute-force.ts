/** A small world, all of it by plain keys; members by `organization/person`. */
export interface World {
  readonly roles: Readonly<Record<string, readonly string[]>>;
  readonly permissions: readonly string[];
  readonly sets: Readonly<Record<string, readonly string[]>>;
  readonly setOf: Readonly<Record<string, string>>;
  readonly states: Readonly<Record<string, { banned: boolean; deprovisioned: boolean; locked: boolean }>>;
  readonly members: Readonly<Record<string, string>>;
}

type Member = readonly [organization: string, person: string];

/** Something staged; what is not there is not changed by it. */
export type Change =
  | { readonly kind: 'grants'; readonly role: string; readonly permissions: readonly string[] }
  | { readonly kind: 'ban'; readonly person: string; readonly banned: boolean }
  | { readonly kind: 'role' | 'add'; readonly member: Member; readonly role: string }
  | { readonly kind: 'remove'; readonly member: Member }
  | { readonly kind: 'leave'; readonly what: string }
  | { readonly kind: 'replaceRole'; readonly set: string; readonly from: string; readonly to: string }
  | {
      readonly kind: 'replaceSet';
      readonly set: string;
      readonly by: string;
      readonly roles: Readonly<Record<string, string>>;
    };

/**
 * Who may do what, by carrying out the changes on a copy of the world: none of the product's code. What is staged of records is carried
 * out first and in order, then what is done to sets, whose effect comes some time after.
 */
export function bruteForce(world: World, changes: readonly Change[]) {
  const roles = new Map(Object.entries(world.roles));
  const permissions = new Set(world.permissions);
  const setOf = new Map(Object.entries(world.setOf));
  const banned = new Map(Object.entries(world.states).map(([id, state]) => [id, state.banned]));
  const members = new Map(Object.entries(world.members));
  const gone = new Set<string>();
  for (const change of changes) {
    if (change.kind === 'grants' && roles.has(change.role)) roles.set(change.role, change.permissions);
    if (change.kind === 'ban') banned.set(change.person, change.banned);
    if (change.kind === 'leave') gone.add(change.what);
    if (!('member' in change)) continue;
    const id = change.member.join('/');
    if (change.kind === 'remove' && world.members[id] !== undefined) gone.add(id);
    else if (change.kind === 'role' && world.members[id] !== undefined) members.set(id, change.role);
    else if (change.kind === 'add' && !members.has(id)) members.set(id, change.role);
  }
  for (const change of changes) {
    if (change.kind !== 'replaceRole' && change.kind !== 'replaceSet') continue;
    if (world.sets[change.set] === undefined) continue;
    for (const [organization, set] of [...setOf]) {
      if (set !== change.set) continue;
      for (const [id, role] of members) {
        if (!id.startsWith(`${organization}/`)) continue;
        if (change.kind === 'replaceRole') members.set(id, role === change.from ? change.to : role);
        else members.set(id, change.roles[role] ?? role);
      }
      if (change.kind === 'replaceSet') setOf.set(organization, change.by);
    }
  }
  return (person: string, permission: string, organization: string): boolean => {
    const id = `${organization}/${person}`;
    if ([person, organization, permission, id].some((each) => gone.has(each))) return false;
    if (banned.get(person) || world.states[person]?.deprovisioned) return false;
    return permissions.has(permission) && (roles.get(members.get(id) ?? '')?.includes(permission) ?? false);
  };
}
