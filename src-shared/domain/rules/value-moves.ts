import { gather } from '../../gather';
import { actOf, afterAction } from '../acts';
import { readField } from '../field-path';
import type { IntentId } from '../ids';
import type { Intent } from '../intent';
import { type JsonObject, textsIn } from '../json';
import { fieldAt } from '../records/fields-of';
import { copiesFrom } from '../stands-on';
import { type PlanFacts, serverOf } from './plan-facts';
import { rulesOf } from './rules-of';
import { canPark, changesHeld, type SingleValue, valuesGiven, valuesTaken } from './single-values';
import { recordKey } from './staging-world';

/** How planned steps hang together by the values of one record alone (`single`) that they give up and take. */
export interface ValueMoves {
  /** By intent: the steps that free the values that it takes: one for an edit, several for a creation; of a deletion those that copy from its record. */
  readonly waitsFor: ReadonlyMap<IntentId, readonly Intent[]>;
  /** By intent: earlier steps of its record that make it possible, such as the address that it verifies. */
  readonly leansOn: ReadonlyMap<IntentId, readonly Intent[]>;
  /** Steps of each ring that exchanges values; by the one of them that goes by way of a value of its own (`parkingValue`). */
  readonly parked: ReadonlyMap<IntentId, readonly Intent[]>;
  /** Steps that wait for each other and cannot be parted. */
  readonly stuck: ReadonlySet<IntentId>;
  /** Steps whose value another record has and keeps: which, by its name. */
  readonly taken: ReadonlyMap<IntentId, SingleValue & { readonly by: string }>;
  /** Steps whose value an earlier step takes for another record, and that one. */
  readonly twice: ReadonlyMap<IntentId, SingleValue & { readonly by: Intent }>;
}

type Facts = Pick<PlanFacts, 'intents' | 'owners' | 'rows'>;
type Waits = Map<IntentId, readonly Intent[]>;

/** Which step waits for which, as one record alone may have such a value. Pure. */
export function valueMoves(facts: Facts): ValueMoves {
  const { intents, owners } = facts;
  const giving = new Map<string, Intent>();
  for (const intent of intents) for (const { key } of valuesGiven(facts, intent)) giving.set(key, intent);
  const waitsFor: Waits = new Map();
  const taken = new Map<IntentId, SingleValue & { readonly by: string }>();
  const twice = new Map<IntentId, SingleValue & { readonly by: Intent }>();
  const takers = new Map<string, Intent>();
  for (const intent of intents)
    for (const value of valuesTaken(intent)) {
      const { recordId, id } = intent;
      const giver = giving.get(value.key);
      const owner = owners.get(value.key);
      if (giver !== undefined && giver.recordId !== recordId)
        waitsFor.set(id, [...(waitsFor.get(id) ?? []), giver]);
      else if (giver === undefined && owner !== undefined && owner.id !== recordId)
        taken.set(id, { ...value, by: owner.label });
      const by = takers.get(value.key) ?? intent;
      if (by.recordId !== recordId) twice.set(id, { ...value, by });
      // What is refused or to be decided may not go at all.
      if (by.state !== 'refused' && by.state !== 'conflict') takers.set(value.key, by);
    }
  for (const [id, first] of [...copyings(intents), ...openings(facts)])
    waitsFor.set(id, [...(waitsFor.get(id) ?? []), ...first]);
  return { ...openRings(intents, waitsFor, leanings(facts)), taken, twice };
}

/** Steps that copy from a record, by the one that deletes it. */
function copyings(intents: Facts['intents']): Waits {
  const copying = new Map<string, Intent[]>();
  for (const intent of intents) {
    const from = copiesFrom(intent);
    if (from === null) continue;
    gather(copying, recordKey(from.entity, from.id), intent);
  }
  const waits: Waits = new Map();
  for (const { id, entity, recordId, action } of copying.size === 0 ? [] : intents) {
    const needed = action.verb === 'delete' ? copying.get(recordKey(entity, recordId)) : undefined;
    if (needed !== undefined) waits.set(id, needed);
  }
  return waits;
}

/** Edits that their record bars as it stands, with the change of it that opens the way, whichever was staged first. */
function openings({ intents, rows }: Facts): Waits {
  const waits: Waits = new Map();
  for (const { id, entity, recordId, action } of intents) {
    const { against } = rulesOf(entity);
    if (against === undefined || action.verb !== 'update') continue;
    const held = serverOf({ rows }, entity, recordId);
    if (held === null || against(held, action.field, action.value) === null) continue;
    const opens = intents.find(
      (other) =>
        other.recordId === recordId &&
        other.id !== id &&
        against(afterAction(entity, held, other.action), action.field, action.value) === null,
    );
    if (opens !== undefined) waits.set(id, [opens]);
  }
  return waits;
}

/** What a record must have had done to it before a step is possible, as far as lists of values go (`heldIn`). */
function leanings({ intents, rows }: Facts): ValueMoves['leansOn'] {
  const leans: Waits = new Map();
  const before = new Map<string, Intent[]>();
  for (const intent of [...intents].filter(changesHeld).sort((a, b) => a.seq - b.seq)) {
    const key = recordKey(intent.entity, intent.recordId);
    const earlier = before.get(key) ?? [];
    if (earlier.length > 0 && !isPossible({ rows }, intent)) leans.set(intent.id, earlier);
    before.set(key, [...earlier, intent]);
  }
  return leans;
}

/** Whether a step can be done to the record as the service holds it now. */
function isPossible(facts: Pick<PlanFacts, 'rows'>, { entity, recordId, action }: Intent): boolean {
  const held = serverOf(facts, entity, recordId);
  if (held === null) return true;
  if (action.verb === 'perform')
    return (
      (actOf(entity, action.operation)?.fault?.(held as unknown as JsonObject, action.values) ?? null) ===
      null
    );
  const list = action.verb === 'update' ? fieldAt(entity, action.field)?.heldIn : undefined;
  return (
    list === undefined ||
    action.verb !== 'update' ||
    textsIn(readField(held, list)).includes(String(action.value))
  );
}

/**
 * Opens each ring: its last step waits no more for its first one, which goes by way of a value of its own. Where none fits, the
 * whole ring is stuck. A walk along what steps wait for, by a stack of its own: chains are as long as plans.
 */
function openRings(
  intents: readonly Intent[],
  waits: Waits,
  leansOn: ValueMoves['leansOn'],
): Pick<ValueMoves, 'waitsFor' | 'leansOn' | 'parked' | 'stuck'> {
  const waitsFor = new Map(waits);
  const parked = new Map<IntentId, readonly Intent[]>();
  const stuck = new Set<IntentId>();
  const walked = new Set<IntentId>();
  for (const start of waits.size === 0 ? [] : intents) {
    const path: { readonly at: Intent; readonly left: Intent[] }[] = [];
    const depths = new Map<IntentId, number>();
    const enter = (at: Intent): void => {
      walked.add(at.id);
      depths.set(at.id, path.length);
      path.push({ at, left: [...(waits.get(at.id) ?? []), ...(leansOn.get(at.id) ?? [])] });
    };
    if (!walked.has(start.id)) enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.left.pop();
      const depth = next === undefined ? undefined : depths.get(next.id);
      if (next === undefined) {
        depths.delete(top.at.id);
        path.pop();
      } else if (depth !== undefined) {
        const ring = path.slice(depth).map(({ at }) => at);
        waitsFor.set(
          top.at.id,
          (waitsFor.get(top.at.id) ?? []).filter(({ id }) => id !== next.id),
        );
        if (canPark(next)) parked.set(next.id, ring);
        else for (const { id } of ring) stuck.add(id);
      } else if (!walked.has(next.id)) enter(next);
    }
  }
  return { waitsFor: less(waitsFor, stuck), leansOn: less(leansOn, stuck), parked, stuck };
}

const less = (waits: ReadonlyMap<IntentId, readonly Intent[]>, stuck: ReadonlySet<IntentId>) =>
  stuck.size === 0 ? waits : new Map([...waits].filter(([id]) => !stuck.has(id)));
