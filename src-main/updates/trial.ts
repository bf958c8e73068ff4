import type { Trial, UpdateState } from './update-state';

/** Starts of a new version that may end badly before the former one is put back. */
export const patience = 2;

type Change = Partial<UpdateState>;

/**
 * What a start of `version` means for a version on trial: counted, put back, or over, since the former one runs again.
 *
 *     installed ─start─> counted ─engine opened─> kept
 *                          │  └─quit well, no workspace opened─> not counted
 *                          └─bad end, twice─> the former one is put back ─its start─> told
 */
export function atStart(
  { trial }: UpdateState,
  version: string,
): { readonly change: Change; readonly putBack: boolean } {
  if (trial === null) return { change: {}, putBack: false };
  if (trial.version === version) {
    const putBack = trial.starts >= patience && trial.files !== null;
    return { change: putBack ? {} : { trial: counted(trial, trial.starts + 1) }, putBack };
  }
  // A start between the two says that it never came so far.
  const wasTakenBack = trial.from === version && trial.placed;
  return {
    putBack: false,
    change: {
      trial: null,
      ...(wasTakenBack && {
        takenBack: trial.version,
        last: { kind: 'takenBack' as const, version: trial.version, from: version },
      }),
    },
  };
}

/** The new version has shown a window and opened an engine: it stays. */
export function proven({ trial }: UpdateState, version: string): Change {
  if (trial?.version !== version) return {};
  return { trial: null, last: { kind: 'updated', version, from: trial.from } };
}

/** It was quit without a fault before any workspace was opened: that start says nothing. */
export function quitWell({ trial }: UpdateState, version: string): Change {
  return trial?.version === version ? { trial: counted(trial, 0) } : {};
}

const counted = (trial: Trial, starts: number): Trial => ({ ...trial, placed: true, starts });
