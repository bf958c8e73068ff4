import type { Failure } from '@shared/contract/failure';
import type { ApplyReport, ShownSecret } from '@shared/contract/plan';
import type { IntentId } from '@shared/domain/ids';
import type { Intent } from '@shared/domain/intent';
import { recordKey } from '@shared/domain/rules/staging-world';
import { gathered } from '@shared/gather';
import { inParallel } from '@shared/in-parallel';
import { t } from '@shared/language/t';
import { shownOnce } from '../service/shown-once';
import type { StepEnd } from '../service/step-end';
import type { RunControl } from './run-control';

/**
 * Records worked on at once: twice the requests in flight, as each also waits for its commits; of those that can go together as many
 * as fill a request. The gate keeps to the limits.
 */
const width = { usual: 16, together: 64 };

export interface RunOptions {
  /** Intents of one phase after those of another. */
  readonly phases: readonly (readonly Intent[])[];
  readonly onRefusal: 'stop' | 'continue';
  /** Whether an intent's call can go together with others'. */
  readonly goesTogether: (intent: Intent) => boolean;
  readonly step: (intent: Intent, control: RunControl) => Promise<StepEnd>;
}

export interface RunTally
  extends Pick<ApplyReport, 'applied' | 'alreadySo' | 'conflicts' | 'refused' | 'secrets' | 'stoppedBy'> {
  /** Intents that were not sent, or whose fate is not known. */
  readonly unended: readonly IntentId[];
  /** Why the first of those that were left could not be sent, where that is known. */
  readonly leftFor: Failure | null;
}

/**
 * Runs steps: phases one after the other, different records of a phase in parallel, one record's steps strictly in order.
 * Offline, a refused key, a cancel, or (where told so) a refusal ends the run; what was not sent stays staged.
 */
export async function runSteps(
  { phases, onRefusal, goesTogether, step }: RunOptions,
  control: RunControl,
): Promise<RunTally> {
  const tally = { applied: 0, alreadySo: 0, conflicts: 0, refused: 0 };
  const unended: IntentId[] = [];
  const secrets: ShownSecret[] = [];
  let stoppedBy: Failure | null = null;
  let later: Failure | null = null;
  let leftFor: Failure | null = null;
  const count = (intent: Intent, end: StepEnd): void => {
    if (end.kind === 'applied') tally.applied += 1;
    else if (end.kind === 'already-so') tally.alreadySo += 1;
    else if (end.kind === 'conflict') tally.conflicts += 1;
    else if (end.kind === 'refused') tally.refused += 1;
    else unended.push(intent.id);
    if (end.kind === 'applied') secrets.push(...shownOnce(intent, end.secret));
    if (end.kind === 'stop') stoppedBy ??= end.failure;
    if (end.kind === 'left') leftFor ??= end.failure ?? null;
    if (end.kind === 'later') later ??= end.failure;
    if (end.kind === 'refused' && onRefusal === 'stop') stoppedBy ??= refusedOne;
  };
  for (const phase of phases) {
    const lanes = phase.some(goesTogether) ? width.together : width.usual;
    await inParallel(byRecord(phase), lanes, async (intents) => {
      for (const intent of intents) {
        await control.gate();
        if (stoppedBy !== null || control.cancelled()) {
          unended.push(intent.id);
          continue;
        }
        control.begin(intent.label);
        count(intent, await step(intent, control));
        control.end();
      }
    });
  }
  return { ...tally, secrets, unended, leftFor, stoppedBy: stoppedBy ?? later };
}

const refusedOne: Failure = {
  code: 'refused',
  message: t('The service refused a change, so the run stopped. What was not sent is still staged.'),
  next: t('Look at the refused change, then reconcile the rest.'),
};

function byRecord(intents: readonly Intent[]): readonly (readonly Intent[])[] {
  return [...gathered(intents, ({ entity, recordId }) => recordKey(entity, recordId)).values()];
}
