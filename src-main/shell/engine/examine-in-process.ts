import type { Tell } from '@main/doctor/checks';
import { failure, type Result } from '@shared/contract/failure';
import type { EngineStatus } from '@shared/contract/status';
import { t } from '@shared/language/t';
import { askInProcess, type ForkEngine } from './ask-in-process';
import type { EngineStart } from './engine-messages';

/** Examines a closed workspace in a process of its own: a file that brings it down brings nothing else down. */
export function examineInProcess(
  fork: ForkEngine,
  start: EngineStart,
  tell: Tell,
  signal?: AbortSignal,
): Promise<Result<EngineStatus | null>> {
  return askInProcess(
    fork,
    { kind: 'examine', id: 0, start, snapshot: start.workspace.snapshot !== undefined },
    (message) => {
      if (message.kind === 'checked') tell(message.check);
      return message.kind === 'examined' ? message.result : undefined;
    },
    died,
    signal,
  );
}

function died(): Result<never> {
  return failure(
    'engine-stopped',
    t('The process that examined the workspace stopped. Nothing was changed.'),
    t('Examine it again; if it stops again, restore a backup.'),
  );
}
