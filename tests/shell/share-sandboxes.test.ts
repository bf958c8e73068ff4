import { shareSandboxes, type WantedSandbox } from '@main/shell/sandbox/share-sandboxes';
import type { RunningSandbox } from '@main/shell/sandbox/supervise-sandbox';
import { failure, success } from '@shared/contract/failure';
import { expect, it } from 'vitest';
import { valueIn } from '../support/value-in';

const wanted = (dataDirectory: string): WantedSandbox => ({ world: 'campus', dataDirectory, port: 0 });

/** Services that say when they start and end. */
function services() {
  const told: string[] = [];
  let starts = true;
  const share = shareSandboxes(async ({ dataDirectory }) => {
    told.push(`start ${dataDirectory}`);
    await new Promise(setImmediate);
    if (!starts) return failure('internal', 'It did not start.', 'Try again.');
    const running: RunningSandbox = {
      ...{ url: `http://${dataDirectory}`, secretKey: 'sk', platformToken: 'plapi' },
      turn: async () => success({ down: false, latencyMs: 0 }),
      async stop() {
        await new Promise(setImmediate);
        told.push(`end ${dataDirectory}`);
      },
    };
    return success(running);
  });
  return { told, share, fail: () => (starts = false) };
}

it('a service is one process for all workspaces on its folder, and ends with the last of them', async () => {
  const { told, share } = services();
  const [platform, pool] = await Promise.all([share(wanted('a')), share(wanted('a')), share(wanted('b'))]);
  expect(told).toEqual(['start a', 'start b']);
  await valueIn(platform).stop();
  await valueIn(platform).stop();
  expect(told).toHaveLength(2);
  await valueIn(pool).stop();
  expect(told).toEqual(['start a', 'start b', 'end a']);
});

it('is started again only when the one before has ended', async () => {
  const { told, share } = services();
  const first = valueIn(await share(wanted('a')));
  const [, again] = await Promise.all([first.stop(), share(wanted('a'))]);
  expect(told).toEqual(['start a', 'end a', 'start a']);
  expect(again).toMatchObject({ ok: true });
});

it('one that does not start is tried anew by whoever asks next', async () => {
  const { told, share, fail } = services();
  fail();
  expect(await Promise.all([share(wanted('a')), share(wanted('a'))])).toMatchObject([
    { ok: false },
    { ok: false },
  ]);
  expect(await share(wanted('a'))).toMatchObject({ ok: false });
  expect(told).toEqual(['start a', 'start a']);
});

it('one whose process cannot even be made is tried anew by whoever asks next', async () => {
  let made = 0;
  const { share } = services();
  const shared = shareSandboxes(async (wanted) => {
    made += 1;
    if (made === 1) throw new Error('no process');
    return share(wanted);
  });
  await expect(shared(wanted('a'))).rejects.toThrow('no process');
  expect(await shared(wanted('a'))).toMatchObject({ ok: true });
});
