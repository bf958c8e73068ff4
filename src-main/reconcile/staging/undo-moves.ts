import { type Intent, type IntentState, isOpen } from '@shared/domain/intent';
import type { Move } from './undo-stack';

export type Direction = 'undo' | 'redo';

/** Where an intent of an undo group leads. */
export interface Step {
  readonly intent: Intent;
  readonly to: IntentState;
}

/** What going back on an undo group comes to. */
export interface Steps {
  readonly steps: readonly Step[];
  /** Intents that stay, since the service decided on their records, or something else became of them meanwhile. */
  readonly left: readonly Intent[];
  /** All of it was applied, or is gone: there is nothing in it to take back any more. */
  readonly over: boolean;
}

/**
 * Where intents lead as moves are taken back (`undo`) or made again (`redo`). Pure. What the service has decided meanwhile
 * stays: an applied edit, or one whose fate is open, is left alone, and so is what it had replaced; likewise one that
 * is not any more what the group made of it.
 */
export function stepsOf(
  moves: readonly Move[],
  direction: Direction,
  intents: ReadonlyMap<string, Intent>,
): Steps {
  const wanted = moves.flatMap(({ id, from, to }) => {
    const intent = intents.get(id);
    if (intent === undefined) return [];
    return [direction === 'undo' ? { intent, was: to, to: from } : { intent, was: from, to }];
  });
  const decided = new Set(
    wanted.filter(({ intent }) => isDecided(intent)).map(({ intent }) => intent.recordId),
  );
  const steps = wanted.filter(({ intent, was }) => !decided.has(intent.recordId) && stands(intent, was));
  const applied = new Set(
    wanted.flatMap(({ intent }) => (intent.state === 'applied' ? [intent.recordId] : [])),
  );
  const going = new Set(steps.map(({ intent }) => intent.id));
  return {
    steps,
    left: wanted.filter(({ intent }) => !going.has(intent.id)).map(({ intent }) => intent),
    over: wanted.every(({ intent }) => applied.has(intent.recordId)),
  };
}

/** True when undo must not touch the intent any more. */
const isDecided = ({ state }: Intent): boolean =>
  state === 'applied' || state === 'sending' || state === 'unknown';

/** What was staged may be in conflict or refused by now: it still is what it was. */
const stands = (intent: Intent, was: IntentState): boolean =>
  intent.state === was || (isOpen(intent) && isOpen({ state: was }));
