import { decodedMeta } from '@main/store/decoded-meta';
import type { Store } from '@main/store/store';
import { readField } from '@shared/domain/field-path';
import { IntentId } from '@shared/domain/ids';
import { type Intent, type IntentAction, openStates } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';
import { serverRow } from '@shared/domain/project';
import type { LeftBetween } from '@shared/domain/reconcile/left-between';
import { parkingValue, valuesTaken } from '@shared/domain/rules/single-values';
import { z } from 'zod';
import { readValueOwners } from '../plan/read-value-owners';

type Update = Extract<IntentAction, { verb: 'update' }>;

const betweenKey = 'between';

const readNoted = (store: Pick<Store, 'meta' | 'subscribe'>): Promise<readonly IntentId[]> =>
  decodedMeta(store, betweenKey, (value) => z.array(IntentId).parse(value ?? []));

/** Journals which steps go by way of a value of their own, before anybody is moved to it: the run may be killed before it moves them on. */
export async function noteBetween(store: Store, intents: readonly Intent[]): Promise<void> {
  if (intents.length === 0) return;
  await store.write(async () => {
    const ids = [...new Set([...(await readNoted(store)), ...intents.map(({ id }) => id)])];
    const done = (await store.intents({ ids })).filter(({ state }) => state === 'applied');
    const gone = new Set(done.map(({ id }) => id));
    return { meta: { [betweenKey]: ids.filter((id) => !gone.has(id)) } };
  });
}

/** Records that stand on a value in between, as the service was last seen to hold them. A value that only looks like one is none. */
export async function leftBetween(store: Store): Promise<readonly LeftBetween[]> {
  const ids = await readNoted(store);
  const noted = ids.length === 0 ? [] : await store.intents({ ids });
  // Asked with every status: what was applied stands where it was to stand, and stays noted until the next exchange.
  const moving = noted.filter(({ state }) => state !== 'applied');
  const found: LeftBetween[] = [];
  for (const intent of moving) {
    const { entity, recordId, organizationId, label, action } = intent;
    const row = await store.get(entity, recordId);
    const server = row === null ? null : serverRow(entity, row);
    if (server === null || action.verb !== 'update') continue;
    const { field } = action;
    const holds = parkingValue(intent);
    if (readField(server, field) !== holds) continue;
    const open = await store.intents({ states: openStates, recordIds: [recordId] });
    const [staged] = open.flatMap((each) =>
      each.action.verb === 'update' && each.action.field === field ? [each.action.value] : [],
    );
    const wanted = staged ?? (await freeOf(store, intent, action));
    found.push({
      ...{ entity, recordId, organizationId, label, field, holds, wanted: String(wanted) },
      staged: staged !== undefined,
    });
  }
  return found;
}

/** What the record had, or else what it was to have: whichever nobody has or asks for by now, as far as the copy knows. Of both the plan tells. */
async function freeOf(store: Store, intent: Intent, action: Update): Promise<JsonValue> {
  const all = await store.intents({ states: openStates });
  const open = all.filter(({ recordId }) => recordId !== intent.recordId);
  const asked = new Set(open.flatMap(valuesTaken).map(({ key }) => key));
  const leaving = new Set(open.filter((each) => isOf(each, action)).map((each) => each.recordId));
  for (const value of [action.base, action.value]) {
    const step: Intent = { ...intent, action: { ...action, value } };
    const [taken] = valuesTaken(step);
    if (taken === undefined || asked.has(taken.key)) continue;
    const owner = (await readValueOwners(store, [step])).get(taken.key);
    if (owner === undefined || leaving.has(owner.id)) return value;
  }
  return action.base;
}

const isOf = ({ action }: Intent, { field }: Update): boolean =>
  action.verb === 'update' && action.field === field;
