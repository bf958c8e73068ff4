import { failure, type Result } from '@shared/contract/failure';
import type { SnapshotReport } from '@shared/contract/snapshot';
import { t } from '@shared/language/t';
import { askInProcess, type ForkEngine } from './ask-in-process';
import type { SnapshotStart } from './engine-messages';

/** Makes a snapshot of a backup in a process of its own: nothing else may be open beside it. */
export function snapshotInProcess(fork: ForkEngine, start: SnapshotStart): Promise<Result<SnapshotReport>> {
  return askInProcess(
    fork,
    { kind: 'snapshot', start },
    (message) => (message.kind === 'copied' ? message.result : undefined),
    died,
  );
}

function died(): Result<never> {
  return failure(
    'engine-stopped',
    t('The process that made the snapshot stopped. There is no snapshot; the workspace is as it was.'),
    t('Try again; if it comes back, restart Tenantry.'),
  );
}
