import { failure, type Result } from '@shared/contract/failure';
import type { ShellCalls } from '@shared/contract/shell';
import type { WorkspaceId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import type { z } from 'zod';

/** What other windows of this app have open. */
export interface Elsewhere {
  has(id: WorkspaceId): boolean;
  /** Brings a window of it forward; false where none has it. One that is being closed there is waited for. */
  show(id: WorkspaceId): Promise<boolean>;
  /** The key of one that they have open; null where none have. */
  keysOf(id: WorkspaceId): OpenKeys | null;
}

/** The key of an open workspace, which is replaced where that is open: its engine starts anew with it. */
export interface OpenKeys {
  /** Null where another workspace is open by now. */
  apiKeyOf(id: WorkspaceId): string | null;
  replaceApiKey(input: z.output<ShellCalls['replaceApiKey']['input']>): Promise<Result<null>>;
}

/** What is done to an open workspace is done in its own windows: these know that its engine must start anew. */
export function openElsewhere(): Result<never> {
  return failure(
    'workspace-open-elsewhere',
    t('Other windows have this workspace open. Nothing was changed.'),
    t('Do it there, or close it there first.'),
  );
}
