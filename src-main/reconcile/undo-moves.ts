import type { Intent, IntentState } from '@shared/domain/intent';
import { replaceIds } from '@shared/domain/replace-ids';
import { moveIntent } from './intent-batch';
import type { Move } from './undo-stack';

interface Return {
  readonly intent: Intent;
  readonly to: IntentState;
}

/**
 * Intents as they stand after moves are taken back (`undo`) or made again (`redo`). Pure. What the service has decided
 * meanwhile stays: an applied edit, or one whose fate is open, is left alone, and so is what it had replaced.
 */
export function undoMoves(
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
