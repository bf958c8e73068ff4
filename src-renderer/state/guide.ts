import type { EngineStatus } from '@shared/contract/status';
import { openCount } from './open-count';
import { type GuideStep, usePreferences } from './use-preferences';
import type { ReviewPhase } from './use-review';

/** What is so in the workspace; the guide goes by that, never by what was clicked in it. */
interface GuideFacts {
  readonly open: number;
  readonly phase: ReviewPhase;
}

/** Where the guide stands by what happened since it stood at `step`. */
export function nextStep(step: GuideStep, { open, phase }: GuideFacts): GuideStep {
  if (step === 'done') return 'done';
  if (open === 0) return step === 'decide' ? 'done' : 'stage';
  return phase === 'review' || phase === 'applying' || step === 'decide' ? 'decide' : 'look';
}

/** Reads the facts; null until the engine has told what is open. */
export function guideFacts(status: EngineStatus | undefined, phase: ReviewPhase): GuideFacts | null {
  return status ? { open: openCount(status.intents), phase } : null;
}

/** Shows the guide in this workspace from its beginning, and in no other. */
export function startGuide(workspaceId: string): void {
  usePreferences.getState().setGuide({ workspaceId, step: 'stage' });
}
