import type { ChildProcessHandle } from '@main/shell/child-process-handle';
import type { ToEngineProcess } from '@main/shell/engine/engine-messages';
import { startWorkspace } from '@main/shell/workspaces/opened-workspace';
import { lockWorkspace } from '@main/workspace/lock/lock-workspace';
import { failure } from '@shared/contract/failure';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { aWorkspace } from '../workspace/support/a-workspace';

/** Real forks are Electron's; this process ends when it is asked to. */
function process(): ChildProcessHandle<ToEngineProcess> {
  let ended: (code: number) => void = () => undefined;
  return {
    pid: () => 1,
    postMessage: ({ kind }) => kind === 'stop' && ended(0),
    onMessage: () => undefined,
    onExit: (listener) => {
      ended = listener;
    },
    kill: () => undefined,
  };
}

it('a workspace can be opened again, though somebody who heard of its end failed', async () => {
  const { workspace, secrets } = await aWorkspace(await temporaryFolder());
  const lock = valueIn(await lockWorkspace(workspace.directory));
  const opened = valueIn(
    await startWorkspace(workspace, secrets, lock, {
      forkEngine: process,
      startSandbox: async () => failure('internal', 'None is wanted.', 'Go on.'),
      onState({ kind }) {
        if (kind === 'none') throw new Error('the window is gone');
      },
      onActivity: () => undefined,
    }),
  );
  expect(await lockWorkspace(workspace.directory)).toMatchObject({ ok: false });
  await expect(opened.close()).rejects.toThrow('the window is gone');
  await valueIn(await lockWorkspace(workspace.directory)).release();
});
