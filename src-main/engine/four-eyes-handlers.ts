import { requireApproval } from '@main/reconcile/four-eyes/approvals';
import { success } from '@shared/contract/failure';
import type { fourEyesOperations } from '@shared/contract/four-eyes';
import type { EngineParts } from './engine-parts';
import type { HandlerMap } from './handler-map';

/** The operations on signed change sets. */
export function fourEyesHandlers({
  fourEyes,
  store,
  workspace,
}: EngineParts): Pick<HandlerMap, keyof typeof fourEyesOperations> {
  return {
    exportChangeSet: ({ id, signer }) => fourEyes.exportSet(id, signer),
    importChangeSet: ({ text }) => fourEyes.importSet(text),
    reviewChangeSet: ({ id, ...verdict }) => fourEyes.review(id, verdict),
    requireApproval: async ({ on }) => {
      await requireApproval(store, workspace.url, on);
      return success({});
    },
    signedReview: async ({ id }) => success(await fourEyes.signed(id)),
  };
}
