import { failure, type Result } from '@shared/contract/failure';
import type { IntegrityReport, Salvaged } from '@shared/contract/maintenance';
import type { SavedEdits } from '@shared/contract/rescue';
import { t } from '@shared/language/t';
import { askInProcess, type ForkEngine } from '../engine/ask-in-process';
import type { RescueStart } from '../engine/engine-messages';

/** What can be done with a workspace whose database does not open, each by a process of its own. */
export interface Rescue {
  look(): Promise<Result<IntegrityReport>>;
  /** What a file of staged edits is called, unless somebody says otherwise. */
  readonly editsName: string;
  saveEdits(to: string): Promise<Result<SavedEdits>>;
  salvage(): Promise<Result<Salvaged>>;
}

export function createRescue(fork: ForkEngine, start: RescueStart, editsName: string): Rescue {
  return {
    look: () =>
      askInProcess(
        fork,
        { kind: 'look', start },
        (message) => (message.kind === 'looked' ? message.result : undefined),
        died,
      ),
    editsName,
    saveEdits: (to) =>
      askInProcess(
        fork,
        { kind: 'saveEdits', start, to },
        (message) => (message.kind === 'savedEdits' ? message.result : undefined),
        died,
      ),
    salvage: () =>
      askInProcess(
        fork,
        { kind: 'salvage', start },
        (message) => (message.kind === 'salvaged' ? message.result : undefined),
        died,
      ),
  };
}

function died(): Result<never> {
  return failure(
    'engine-stopped',
    t('The process that worked on the damaged workspace stopped. The damaged file is kept.'),
    t('Try again; if it comes back, restart Tenantry.'),
  );
}
