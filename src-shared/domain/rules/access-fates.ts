import type { Intent, IntentAction } from '../intent';
import { textsIn } from '../json';
import { changesGrants, changesSignIn, deletedPermissions } from './asks';
import { type PlanFacts, serverOf } from './plan-facts';

/** People who come to the same in one organization: '' stands for every one. */
export interface Fate {
  readonly organizationId: string;
  /** Each person once: names by user id, '' where the name was not read. */
  readonly people: ReadonlyMap<string, string>;
  /** Fates that come to the same share one list. */
  readonly gains: readonly string[];
  readonly loses: readonly string[];
}

/** One person's role in one organization, before and after all intents together; null: not a member. */
interface Passage {
  readonly organizationId: string;
  readonly userId: string;
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Grants = ReadonlyMap<string, readonly string[]>;

/**
 * What all intents together come to for people, membership by membership: who changes role and whose role changes are judged
 * once, with the role and its permissions as they are after both. Pure.
 */
export function accessFates(facts: PlanFacts, intents: readonly Intent[]): readonly Fate[] {
  const passages = withSignIn(facts, intents, passagesOf(facts, intents));
  const held: Grants = new Map([...facts.roles].map(([key, role]) => [key, role.permissionKeys]));
  const edited = editedGrants(facts, intents);
  const after: Grants = new Map([...held, ...edited]);
  const fates: Fate[] = fatesOf(passages, held, after);
  for (const [role, keys] of edited)
    fates.push({
      organizationId: '',
      people: whoStays(facts, role, passages),
      ...moved(held.get(role) ?? [], keys),
    });
  return fates.filter(({ people, gains, loses }) => people.size > 0 && gains.length + loses.length > 0);
}

type Moved = Pick<Fate, 'gains' | 'loses'>;

const moved = (before: readonly string[], after: readonly string[]): Moved => ({
  gains: after.filter((key) => !before.includes(key)),
  loses: before.filter((key) => !after.includes(key)),
});

/** One fate for all who go from one role to another in an organization. What two roles differ by is one pair of lists everywhere. */
function fatesOf(passages: ReadonlyMap<string, Passage>, held: Grants, after: Grants): Fate[] {
  const differences = new Map<string, Moved>();
  const fates = new Map<string, Fate & { readonly people: Map<string, string> }>();
  for (const { organizationId, userId, name, before, after: next } of passages.values()) {
    const roles = `${before ?? ''} ${next ?? ''}`;
    let difference = differences.get(roles);
    if (difference === undefined) {
      difference = moved(held.get(before ?? '') ?? [], after.get(next ?? '') ?? []);
      differences.set(roles, difference);
    }
    const key = `${organizationId} ${roles}`;
    const fate = fates.get(key);
    if (fate === undefined)
      fates.set(key, { organizationId, people: new Map([[userId, name]]), ...difference });
    else fate.people.set(userId, name);
  }
  return [...fates.values()];
}

/** The role that a step on a membership leads to, null for none; undefined when it touches no role. */
function roleAfter(action: IntentAction): string | null | undefined {
  if (action.verb === 'delete') return null;
  if (action.verb === 'create') return String(action.values.role);
  return action.verb === 'update' && action.field === 'role' ? String(action.value) : undefined;
}

/** By organization and person, so that a removal and an addition of one person are one passage. */
function passagesOf(facts: PlanFacts, intents: readonly Intent[]): ReadonlyMap<string, Passage> {
  const passages = new Map<string, Passage>();
  const pass = (next: Passage): void => {
    const key = `${next.organizationId} ${next.userId}`;
    const last = passages.get(key);
    passages.set(key, last === undefined ? next : { ...next, before: last.before ?? next.before });
  };
  for (const { entity, action, recordId, organizationId, label, shows } of intents) {
    if (entity === 'organization' && action.verb === 'delete')
      for (const [role, { names, seats }] of facts.inhabitants.get(recordId) ?? [])
        for (const userId of seats.keys())
          pass({ organizationId, userId, name: names.get(userId) ?? '', before: role, after: null });
    if (entity !== 'membership') continue;
    const server = serverOf(facts, 'membership', recordId);
    const userId = String(server?.userId ?? (action.verb === 'create' ? action.values.userId : recordId));
    const name = String(server?.userName ?? shows?.userName ?? label);
    const after = roleAfter(action);
    if (after !== undefined) pass({ organizationId, userId, name, before: server?.role ?? null, after });
  }
  return passages;
}

/** Adds what becomes of people who are deleted, shut out or let in again, in every organization that they are in. */
function withSignIn(
  facts: PlanFacts,
  intents: readonly Intent[],
  moved: ReadonlyMap<string, Passage>,
): ReadonlyMap<string, Passage> {
  const passages = new Map(moved);
  for (const userId of new Set(intents.filter(changesSignIn).map(({ recordId }) => recordId))) {
    const server = serverOf(facts, 'user', userId);
    if (server === null) continue;
    const before = !server.banned && !server.locked;
    let after = { ...server, gone: false };
    for (const { recordId, action } of intents) {
      if (recordId !== userId) continue;
      if (action.verb === 'delete') after = { ...after, gone: true };
      else if (action.verb === 'update') after = { ...after, [action.field]: action.value };
    }
    const stays = !after.gone && !after.banned && !after.locked;
    for (const { organizationId, role, userName: name } of facts.places?.get(userId) ?? []) {
      const key = `${organizationId} ${userId}`;
      const passage = passages.get(key) ?? { organizationId, userId, name, before: role, after: role };
      passages.set(key, passage);
    }
    for (const [key, passage] of passages)
      if (passage.userId === userId)
        passages.set(key, {
          ...passage,
          before: before ? passage.before : null,
          after: stays ? passage.after : null,
        });
  }
  return passages;
}

/** Permissions of roles that change, by role key, as they will be: a permission that is deleted goes from all of them. */
function editedGrants(facts: PlanFacts, intents: readonly Intent[]): Grants {
  const edited = new Map<string, readonly string[]>();
  for (const intent of intents) {
    const { action, recordId } = intent;
    if (!changesGrants(intent) || action.verb !== 'update') continue;
    const { value } = action;
    const key = serverOf(facts, 'role', recordId)?.key ?? '';
    edited.set(key, textsIn(value));
  }
  const gone = deletedPermissions(intents);
  for (const [key, { permissionKeys }] of gone.size === 0 ? [] : facts.roles) {
    const granted = edited.get(key) ?? permissionKeys;
    if (granted.some((permission) => gone.has(permission)))
      edited.set(
        key,
        granted.filter((permission) => !gone.has(permission)),
      );
  }
  return edited;
}

/** Holders of a role who keep at least one membership with it, whatever else the intents do. */
function whoStays(
  { holders }: PlanFacts,
  role: string,
  passages: ReadonlyMap<string, Passage>,
): ReadonlyMap<string, string> {
  const left = new Map<string, number>();
  for (const { userId, before } of passages.values())
    if (before === role) left.set(userId, (left.get(userId) ?? 0) + 1);
  const { names, seats } = holders.get(role) ?? { names: new Map(), seats: new Map() };
  const staying = new Map<string, string>();
  for (const [userId, count] of seats)
    if (count > (left.get(userId) ?? 0)) staying.set(userId, names.get(userId) ?? '');
  return staying;
}
