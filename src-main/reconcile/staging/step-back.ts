import type { Store, WriteBatch } from '@main/store/store';
import { failure, type Result, success } from '@shared/contract/failure';
import type { Intent, IntentState } from '@shared/domain/intent';
import { replaceIds } from '@shared/domain/replace-ids';
import { t } from '@shared/language/t';
import { readAliases } from '../rows/alias';
import { intentBatch, moveIntent } from '../rows/intent-batch';
import { type Move, readMoves, readStacks, writeStacks } from './undo-stack';

export interface Undone {
  readonly title: string;
  /** Intents that moved. */
  readonly count: number;
}

/** Undoes the latest undo group that can still be undone, or redoes the latest undone one: in one transaction. */
export async function stepBack(
  store: Store,
  direction: 'undo' | 'redo',
  now: () => number,
): Promise<Result<Undone>> {
  let done: Undone | null = null;
  await store.write(async () => {
    const stacks = await readStacks(store);
    const from = [...stacks[direction]];
    const dropped = [];
    let batch: WriteBatch = {};
    for (let group = from.pop(); group !== undefined; group = from.pop()) {
      const moves = await readMoves(store, group);
      const found = await store.intents({ ids: moves.map(({ id }) => id) });
      const intents = new Map(found.map((intent) => [intent.id, intent]));
      const aliases = await readAliases(
        store,
        found.flatMap(({ recordId, organizationId }) => [recordId, organizationId]),
      );
      const changed = undoMoves(moves, direction, intents, { now: now(), aliases });
      if (changed.length === 0) {
        dropped.push(group);
        continue;
      }
      done = { title: group.title, count: changed.length };
      const other = direction === 'undo' ? 'redo' : 'undo';
      const next = { ...stacks, [direction]: from, [other]: [...stacks[other], group] };
      batch = { ...(await intentBatch(store, changed)), meta: writeStacks(next, dropped) };
      return batch;
    }
    return { meta: writeStacks({ ...stacks, [direction]: [] }, dropped) };
  });
  if (done !== null) return success(done);
  return failure(
    'not-found',
    direction === 'undo' ? t('There is nothing to undo.') : t('There is nothing to redo.'),
    t('Changes that were reconciled are not undone here.'),
  );
}

interface Return {
  readonly intent: Intent;
  readonly to: IntentState;
}

/**
 * Intents as they stand after moves are taken back (`undo`) or made again (`redo`). Pure. What the service has decided
 * meanwhile stays: an applied edit, or one whose fate is open, is left alone, and so is what it had replaced.
 */
function undoMoves(
  moves: readonly Move[],
  direction: 'undo' | 'redo',
  intents: ReadonlyMap<string, Intent>,
  context: { readonly now: number; readonly aliases: ReadonlyMap<string, string> },
): readonly Intent[] {
  const wanted = moves.flatMap(({ id, from, to }): Return[] => {
    const intent = intents.get(id);
    return intent === undefined ? [] : [{ intent, to: direction === 'undo' ? from : to }];
  });
  const decided = new Set(
    wanted.filter(({ intent }) => isDecided(intent)).map(({ intent }) => intent.recordId),
  );
  return wanted
    .filter(({ intent, to }) => !decided.has(intent.recordId) && intent.state !== to)
    .map(({ intent, to }) => moveIntent(replaceIds(intent, context.aliases), to, context.now));
}

/** True when undo must not touch the intent any more. */
function isDecided({ state }: Intent): boolean {
  return state === 'applied' || state === 'sending' || state === 'unknown';
}
