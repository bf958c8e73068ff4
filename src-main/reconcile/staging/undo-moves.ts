import { type Intent, type IntentState, isOpen } from '@shared/domain/intent';
import type { Move } from './undo-stack';

export type Direction = 'undo' | 'redo';

/** Where an intent of an undo group leads. */
export interface Step {
  readonly intent: Intent;
  readonly to: IntentState;
}

interface Wanted extends Step {
  /** What the group made of it, or found it as. */
  readonly was: IntentState;
}

/** What going back on an undo group comes to. */
export interface Steps {
  readonly steps: readonly Step[];
  /** Intents that stay, since the service decided on their records, or something else became of them meanwhile. */
  readonly left: readonly Intent[];
  /** Intents on whose records the service decided. */
  readonly decided: ReadonlySet<string>;
  /** All of it was applied, or is gone: there is nothing in it to take back any more. */
  readonly over: boolean;
}

/** Where the intents of a group lead as its moves are taken back (`undo`) or made again (`redo`), each by itself. */
export const wantedBy = (
  moves: readonly Move[],
  direction: Direction,
  intents: ReadonlyMap<string, Intent>,
): readonly Wanted[] =>
  moves.flatMap(({ id, from, to }) => {
    const intent = intents.get(id);
    if (intent === undefined) return [];
    return [direction === 'undo' ? { intent, was: to, to: from } : { intent, was: from, to }];
  });

/** What of a group something later replaced. */
export const replacedIn = (wanted: readonly Wanted[]): readonly Intent[] =>
  wanted
    .filter(({ intent, was }) => intent.state === 'superseded' && !stands(intent, was))
    .map(({ intent }) => intent);

/**
 * What of that goes. Pure. What the service has decided meanwhile stays: an applied edit, or one whose fate is open, is left
 * alone, and so is what it had replaced; likewise one that is not any more what the group made of it.
 *
 * @param onRecords intents on the records of those that were replaced since (`replacedIn`), whatever group they are of
 */
export function stepsOf(wanted: readonly Wanted[], onRecords: readonly Intent[]): Steps {
  const replaced = new Map(replacedIn(wanted).map(({ recordId, seq }) => [recordId, seq]));
  const since = onRecords.filter(({ recordId, seq }) => seq > (replaced.get(recordId) ?? seq));
  const all = [...wanted.map(({ intent }) => intent), ...since];
  const onDecided = new Set(all.filter(isDecided).map(({ recordId }) => recordId));
  const applied = new Set(all.filter(({ state }) => state === 'applied').map(({ recordId }) => recordId));
  const steps = wanted.filter(({ intent, was }) => !onDecided.has(intent.recordId) && stands(intent, was));
  const going = new Set(steps.map(({ intent }) => intent.id));
  const ofDecided = wanted.filter(({ intent }) => onDecided.has(intent.recordId));
  return {
    steps,
    left: wanted.filter(({ intent }) => !going.has(intent.id)).map(({ intent }) => intent),
    decided: new Set(ofDecided.map(({ intent }) => intent.id)),
    over: wanted.every(({ intent }) => applied.has(intent.recordId)),
  };
}

/** True when undo must not touch the intent any more. */
const isDecided = ({ state }: Intent): boolean =>
  state === 'applied' || state === 'sending' || state === 'unknown';

/** What was staged may be in conflict or refused by now: it still is what it was. */
const stands = (intent: Intent, was: IntentState): boolean =>
  intent.state === was || (isOpen(intent) && isOpen({ state: was }));
