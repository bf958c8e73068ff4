import { failure, type Result } from '@shared/contract/failure';
import type { WorkspaceId } from '@shared/domain/ids';
import { t } from '@shared/language/t';

/** What other windows of this app have open. */
export interface Elsewhere {
  has(id: WorkspaceId): boolean;
  /** Brings a window of it forward; false where none has it. One that is being closed there is waited for. */
  show(id: WorkspaceId): Promise<boolean>;
}

/** What is done to an open workspace is done in its own windows: these know that its engine must start anew. */
export function openElsewhere(): Result<never> {
  return failure(
    'workspace-open-elsewhere',
    t('Other windows have this workspace open. Nothing was changed.'),
    t('Do it there, or close it there first.'),
  );
}
