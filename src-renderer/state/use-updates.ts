import { shell } from '@renderer/bridge/shell';
import { settleDrafts } from '@renderer/drafts/engine-drafts';
import type { Result } from '@shared/contract/failure';
import type { UpdateMode, UpdatesView } from '@shared/contract/updates';
import { useEffect } from 'react';
import { create } from 'zustand';
import { notifyFailure } from './notify';
import { openWorkspace } from './use-session';

interface Known {
  /** Null until the shell has told. */
  readonly view: UpdatesView | null;
  /** The version whose line under the header was closed, until the window is loaded anew. */
  readonly closed: string;
}

/** Where updates stand. */
export const useUpdates = create<Known>(() => ({ view: null, closed: '' }));

/** The shell asks the server at most every few hours; it is reminded more often. */
const remindEveryMs = 3_600_000;

/** Keeps the view, and has the update server asked now and then, unless the admin works offline by choice. */
export function useKeptUpdates(mayAsk: boolean): void {
  useEffect(() => shell.on('updates', (view) => useUpdates.setState({ view })), []);
  useEffect(() => {
    void shell.call('updates', {}).then(take);
  }, []);
  useEffect(() => {
    if (!mayAsk) return;
    const ask = (): void => void shell.call('checkUpdates', { by: 'itself' }).then(take);
    ask();
    const timer = setInterval(ask, remindEveryMs);
    return () => clearInterval(timer);
  }, [mayAsk]);
}

function take(told: Result<UpdatesView>): void {
  if (told.ok) useUpdates.setState({ view: told.value });
  else notifyFailure(told.error);
}

/** What an admin can do about updates. */
export const updateActs = {
  setMode: async (mode: UpdateMode) => take(await shell.call('setUpdates', { mode })),
  look: async () => take(await shell.call('checkUpdates', { by: 'admin' })),
  fetch: async () => take(await shell.call('fetchUpdate', {})),
  closeLast: async () => take(await shell.call('closeLastUpdate', {})),
  closeLine: (version: string): void => useUpdates.setState({ closed: version }),
  /** What was typed is on disk first; the app then starts anew. */
  install: async (): Promise<void> => {
    const workspace = openWorkspace();
    if (workspace !== null) await settleDrafts(workspace.id);
    const put = await shell.call('installUpdate', {});
    if (!put.ok) notifyFailure(put.error);
  },
} as const;
