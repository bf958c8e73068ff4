import { shell } from '@renderer/bridge/shell';
import { settleDrafts } from '@renderer/drafts/engine-drafts';
import type { Result } from '@shared/contract/failure';
import type { ShellInputOf } from '@shared/contract/shell';
import type { UpdateMode, UpdatesView } from '@shared/contract/updates';
import { useEffect } from 'react';
import { create } from 'zustand';
import { notifyFailure } from './notify';
import { toldOrAsked } from './told-or-asked';
import { openWorkspace } from './use-session';

interface Known {
  /** Null until the shell has told. */
  readonly view: UpdatesView | null;
  /** The version whose line under the header was closed, until the window is loaded anew. */
  readonly closed: string;
}

/** Where updates stand. */
export const useUpdates = create<Known>(() => ({ view: null, closed: '' }));

/** What is told while an answer is on its way is newer than it. */
const known = toldOrAsked<UpdatesView>((view) => useUpdates.setState({ view }));

/** The shell asks the server at most every few hours; it is reminded more often. */
const remindEveryMs = 3_600_000;

/** Keeps the view, and has the update server asked now and then, unless the admin works offline by choice. */
export function useKeptUpdates(mayAsk: boolean): void {
  useEffect(() => shell.on('updates', known.tell), []);
  useEffect(() => void ask('updates', {}), []);
  useEffect(() => {
    if (!mayAsk) return;
    const remind = (): void => void ask('checkUpdates', { by: 'itself' });
    remind();
    const timer = setInterval(remind, remindEveryMs);
    return () => clearInterval(timer);
  }, [mayAsk]);
}

type Asks = 'updates' | 'setUpdates' | 'checkUpdates' | 'fetchUpdate' | 'closeLastUpdate';

async function ask<C extends Asks>(name: C, input: ShellInputOf<C>): Promise<void> {
  const answered = known.asking();
  const told: Result<UpdatesView> = await shell.call(name, input);
  answered(told);
  if (!told.ok) notifyFailure(told.error);
}

/** What an admin can do about updates. */
export const updateActs = {
  setMode: (mode: UpdateMode) => ask('setUpdates', { mode }),
  look: () => ask('checkUpdates', { by: 'admin' }),
  fetch: () => ask('fetchUpdate', {}),
  closeLast: () => ask('closeLastUpdate', {}),
  closeLine: (version: string): void => useUpdates.setState({ closed: version }),
  /** What was typed is on disk first; the app then starts anew. */
  install: async (): Promise<void> => {
    const workspace = openWorkspace();
    if (workspace !== null) await settleDrafts(workspace.id);
    const put = await shell.call('installUpdate', {});
    if (!put.ok) notifyFailure(put.error);
  },
} as const;
