import type { deskOperations } from '@shared/contract/desk';
import { failure, type Result, success } from '@shared/contract/failure';
import type { DecodedInputOf, OutputOf } from '@shared/contract/operations';
import { t } from '@shared/language/t';
import type { EngineParts } from './engine-parts';

type DeskHandlers = {
  readonly [O in keyof typeof deskOperations]: (input: DecodedInputOf<O>) => Promise<Result<OutputOf<O>>>;
};

/** The operations on the desk: writes are taken for the workspace of this engine only. */
export function deskHandlers({ desk, workspace }: EngineParts): DeskHandlers {
  const own = async (
    workspaceId: string,
    write: () => Promise<void>,
  ): Promise<Result<Record<string, never>>> => {
    if (workspaceId !== workspace.id) return otherWorkspace();
    await write();
    return success({});
  };
  return {
    drafts: async ({ workspaceId, ...asked }) =>
      workspaceId === workspace.id ? success(await desk.drafts(asked)) : otherWorkspace(),
    keepDrafts: async ({ workspaceId, ...asked }) =>
      workspaceId === workspace.id ? success(await desk.keepDrafts(asked)) : otherWorkspace(),
    views: async () => success(await desk.views()),
    keepViews: ({ workspaceId, views }) => own(workspaceId, () => desk.keepViews(views)),
    removeView: ({ workspaceId, id }) => own(workspaceId, () => desk.removeView(id)),
    recents: async () => success(await desk.recents()),
    keepRecents: ({ workspaceId, recents }) => own(workspaceId, () => desk.keepRecents(recents)),
  };
}

const otherWorkspace = (): Result<never> =>
  failure(
    'invalid-input',
    t('What was typed belongs to another workspace than the one that is open. It is not written here.'),
    t('Open that workspace: it is kept there.'),
  );
