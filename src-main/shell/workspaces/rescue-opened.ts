import { type FailureCode, failure, type Result, success } from '@shared/contract/failure';
import type { SavedEdits } from '@shared/contract/rescue';
import { t } from '@shared/language/t';
import type { Rescue } from './create-rescue';
import type { AskWhere, OpenedWorkspace } from './opened-workspace';

/** The same over whatever workspace is open. */
export interface RescueOpened extends Pick<Rescue, 'look' | 'salvage'> {
  /** Asks where to; null when nothing was chosen. */
  saveEdits(ask: AskWhere): Promise<Result<(SavedEdits & { readonly path: string }) | null>>;
}

/** Codes of an engine whose database is not this workspace's, or not whole. */
const rescuable: readonly FailureCode[] = ['database-damaged', 'not-encrypted'];

/**
 * What can be done with the open workspace, where its engine says that the database is damaged; refused for any other. One after
 * the other: each makes a copy beside the damaged file, and clears away those of others.
 */
export function rescueOpened(
  inTurn: <T>(work: () => Promise<T>) => Promise<T>,
  opened: () => OpenedWorkspace | null,
): RescueOpened {
  const damaged = async <T>(
    work: (rescue: Rescue, open: OpenedWorkspace) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const open = opened();
    const state = open?.engine().state();
    if (open === null || state?.kind !== 'failed' || !rescuable.includes(state.failure.code))
      return nothingDamaged();
    return work(open.rescue(), open);
  };
  return {
    look: () => inTurn(() => damaged((rescue) => rescue.look())),
    saveEdits: (ask) =>
      damaged(async ({ editsName }, asked) => {
        const path = await ask(editsName);
        if (path === null) return success(null);
        return inTurn(() =>
          damaged(async (rescue, open) => {
            // Another may have been opened while a place was chosen.
            if (open !== asked) return nothingDamaged();
            const saved = await rescue.saveEdits(path);
            return saved.ok ? success({ ...saved.value, path }) : saved;
          }),
        );
      }),
    salvage: () =>
      inTurn(() =>
        damaged(async (rescue, open) => {
          const salvaged = await rescue.salvage();
          if (salvaged.ok) await open.restart();
          return salvaged;
        }),
      ),
  };
}

function nothingDamaged(): Result<never> {
  return failure(
    'invalid-input',
    t('No workspace is open whose database is damaged. Nothing was changed.'),
    t('Open the workspace as always.'),
  );
}
