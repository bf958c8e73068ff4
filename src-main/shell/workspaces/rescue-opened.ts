import { failure, type Result } from '@shared/contract/failure';
import type { Rescue } from './create-rescue';
import type { OpenedWorkspace } from './opened-workspace';

/** What can be done with the open workspace, where its engine says that the database is damaged; refused for any other. */
export function rescueOpened(
  inTurn: <T>(work: () => Promise<T>) => Promise<T>,
  opened: () => OpenedWorkspace | null,
): Rescue {
  const damaged = async <T>(
    work: (rescue: Rescue, open: OpenedWorkspace) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const open = opened();
    const state = open?.engine().state();
    if (open === null || state?.kind !== 'failed' || state.failure.code !== 'database-damaged')
      return nothingDamaged();
    return work(open.rescue(), open);
  };
  return {
    look: () => inTurn(() => damaged((rescue) => rescue.look())),
    saveEdits: (ask) => damaged((rescue) => rescue.saveEdits(ask)),
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
    'No workspace is open whose database is damaged. Nothing was changed.',
    'Open the workspace as always.',
  );
}
