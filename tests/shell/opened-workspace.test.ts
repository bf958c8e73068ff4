import { startWorkspace } from '@main/shell/workspaces/opened-workspace';
import { lockWorkspace } from '@main/workspace/lock/lock-workspace';
import { failure } from '@shared/contract/failure';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { aWorkspace } from '../workspace/support/a-workspace';
import { quietProcess } from './support/quiet-process';

it('a workspace can be opened again, though somebody who heard of its end failed', async () => {
  const { workspace, secrets } = await aWorkspace(await temporaryFolder());
  const lock = valueIn(await lockWorkspace(workspace.directory));
  const opened = valueIn(
    await startWorkspace(
      { workspace, secrets, lock, running: null },
      {
        forkEngine: () => quietProcess(),
        startSandbox: async () => failure('internal', 'None is wanted.', 'Go on.'),
        onState({ kind }) {
          if (kind === 'none') throw new Error('the window is gone');
        },
        onActivity: () => undefined,
      },
    ),
  );
  expect(await lockWorkspace(workspace.directory)).toMatchObject({ ok: false });
  await expect(opened.close()).rejects.toThrow('the window is gone');
  await valueIn(await lockWorkspace(workspace.directory)).release();
});

it('an engine that could not be asked is not held for busy with the answer', async () => {
  const { workspace, secrets } = await aWorkspace(await temporaryFolder());
  const lock = valueIn(await lockWorkspace(workspace.directory));
  const opened = valueIn(
    await startWorkspace(
      { workspace, secrets, lock, running: null },
      {
        forkEngine: () => quietProcess('tryKey'),
        startSandbox: async () => failure('internal', 'None is wanted.', 'Go on.'),
        onState: () => undefined,
        onActivity: () => undefined,
      },
    ),
  );
  await expect(opened.engine().tryKey('sk_test_1')).rejects.toThrow('could not be cloned');
  expect(await opened.engine().isBusy()).toBe(false);
  await opened.close();
});
