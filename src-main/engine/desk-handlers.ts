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
  const own = async <T extends object>(workspaceId: string, write: () => Promise<T>): Promise<Result<T>> =>
    workspaceId === workspace.id ? success(await write()) : otherWorkspace();
  return {
    drafts: ({ workspaceId, ...asked }) => own(workspaceId, () => desk.drafts(asked)),
    keepDrafts: ({ workspaceId, ...asked }) => own(workspaceId, () => desk.keepDrafts(asked)),
    views: async () => success(await desk.views()),
    keepViews: ({ workspaceId, views }) =>
      own(workspaceId, async () => ({ names: await desk.keepViews(views) })),
    removeView: ({ workspaceId, id }) => own(workspaceId, () => desk.removeView(id).then(nothing)),
    recents: async () => success(await desk.recents()),
    keepRecents: ({ workspaceId, recents }) =>
      own(workspaceId, () => desk.keepRecents(recents).then(nothing)),
  };
}

const nothing = (): Record<string, never> => ({});

const otherWorkspace = (): Result<never> =>
  failure(
    'invalid-input',
    t('What was typed belongs to another workspace than the one that is open. It is not written here.'),
    t('Open that workspace: it is kept there.'),
  );
