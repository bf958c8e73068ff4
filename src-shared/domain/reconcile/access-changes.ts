import type { BlastRadius } from '../../contract/plan';
import type { Intent } from '../intent';
import { isJsonArray } from '../json';
import { type People, type PlanFacts, serverOf } from './plan-facts';

/** Names listed for one permission in one organization; further people are counted only. */
const namesShown = 200;

/** People who move from one set of permissions to another. */
interface Move {
  readonly organizationId: string;
  readonly people: People;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

interface Tally {
  readonly organizationId: string;
  readonly permission: string;
  readonly change: 'gains' | 'loses';
  readonly names: string[];
  total: number;
}

/** Who gains and who loses which permissions in which organizations. '' as organization: in every one. Pure. */
export function accessChanges(facts: PlanFacts, intents: readonly Intent[]): BlastRadius['access'] {
  const tallies = new Map<string, Tally>();
  const count = (move: Move, permission: string, change: Tally['change']): void => {
    const key = `${move.organizationId} ${change} ${permission}`;
    const tally = tallies.get(key) ?? {
      organizationId: move.organizationId,
      permission,
      change,
      names: [],
      total: 0,
    };
    tallies.set(key, tally);
    tally.total += move.people.total;
    for (const name of move.people.names) if (tally.names.length < namesShown) tally.names.push(name);
  };
  for (const move of intents.flatMap((intent) => movesOf(facts, intent))) {
    const before = new Set(move.before);
    const after = new Set(move.after);
    for (const permission of after) if (!before.has(permission)) count(move, permission, 'gains');
    for (const permission of before) if (!after.has(permission)) count(move, permission, 'loses');
  }
  return [...tallies.values()].map(({ names, total, ...rest }) => ({
    ...rest,
    organizationName: organizationName(facts, rest.organizationId),
    people: names,
    ...(total > names.length ? { more: total - names.length } : {}),
  }));
}

/** The organization's name as it stands on screen. */
export function organizationName({ rows }: Pick<PlanFacts, 'rows'>, id: string): string {
  if (id === '') return 'Every organization';
  const row = rows.get(`organization/${id}`);
  return row !== undefined && 'name' in row ? row.name : id;
}

function movesOf(facts: PlanFacts, intent: Intent): readonly Move[] {
  const { entity, action, organizationId, recordId, shows } = intent;
  const grants = (role: string | undefined): readonly string[] =>
    facts.roles.get(role ?? '')?.permissionKeys ?? [];
  const one = (name: unknown): People => ({ names: [String(name ?? intent.label)], total: 1 });
  if (entity === 'membership') {
    const server = serverOf(facts, 'membership', recordId);
    const people = one(server?.userName ?? shows?.userName);
    const before = grants(server?.role);
    if (action.verb === 'create')
      return [{ organizationId, people, before: [], after: grants(String(action.values.role)) }];
    if (action.verb === 'delete') return [{ organizationId, people, before, after: [] }];
    return action.field === 'role'
      ? [{ organizationId, people, before, after: grants(String(action.value)) }]
      : [];
  }
  if (entity === 'organization' && action.verb === 'delete')
    return [...(facts.inhabitants.get(recordId) ?? [])].map(([role, people]) => ({
      organizationId,
      people,
      before: grants(role),
      after: [],
    }));
  if (entity !== 'role' || action.verb !== 'update' || action.field !== 'permissionKeys') return [];
  const role = serverOf(facts, 'role', recordId);
  const { value } = action;
  const after = value !== null && typeof value === 'object' && isJsonArray(value) ? value.map(String) : [];
  const people = facts.holders.get(role?.key ?? '') ?? { names: [], total: 0 };
  return [{ organizationId: '', people, before: role?.permissionKeys ?? [], after }];
}
