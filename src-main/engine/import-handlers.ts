import { findChangeSet } from '@main/reconcile/change-sets/find-change-set';
import { type Result, success } from '@shared/contract/failure';
import type { importOperations } from '@shared/contract/import';
import type { DecodedInputOf, OutputOf } from '@shared/contract/operations';
import { defaultChangeSetId } from '@shared/domain/change-set';
import type { EngineParts } from './engine-parts';

type ImportHandlers = {
  readonly [O in keyof typeof importOperations]: (input: DecodedInputOf<O>) => Promise<Result<OutputOf<O>>>;
};

/** The operations on files that come in. */
export function importHandlers({ imports, store }: EngineParts): ImportHandlers {
  return {
    openImport: ({ bytes, head, ticket }) => imports.open(bytes, head, ticket),
    previewImport: imports.preview,
    importRows: async ({ preview, ...asked }) => imports.rows(preview, asked),
    refusedLines: async ({ preview }) => imports.refused(preview),
    stageImport: async ({ preview, file, changeSetId = defaultChangeSetId }) => {
      const found = await findChangeSet(store, changeSetId);
      return found.ok ? imports.stage(preview, file, changeSetId) : found;
    },
    closeImport: async ({ file }) => {
      imports.close(file);
      return success({});
    },
  };
}
