import type { EngineStatus } from '@shared/contract/status';
import { openStates } from '@shared/domain/intent';

/** How many changes are open: staged, under way, in conflict, refused or of unknown fate. */
export function openCount(intents: EngineStatus['intents']): number {
  return openStates.reduce((sum, state) => sum + intents[state], 0);
}
