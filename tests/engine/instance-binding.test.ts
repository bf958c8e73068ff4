import { randomBytes } from 'node:crypto';
import { waitForSweep } from '@main/cli/wait-for-sweep';
import type { Engine } from '@main/engine/engine';
import { openEngine } from '@main/engine/open-engine';
import { startSandbox } from '@main/sandbox/start-sandbox';
import type { IntentDraft } from '@shared/domain/intent';
import { expect, onTestFinished, test } from 'vitest';
import { decodeRecord } from '../support/decode-record';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { startMutatingProxy } from '../support/mutator/mutating-proxy';
import { valueIn } from '../support/value-in';

/** A workspace of one of several instances behind the same address; another key opens another of them. */
async function startTwo() {
  const sandbox = await startSandbox({ world: 'campus', seed: 3, scale: 0.02 });
  const proxy = await startMutatingProxy(sandbox.url);
  const [key = '', otherKey = ''] = sandbox.keys;
  const directory = await temporaryFolder();
  const databaseKey = randomBytes(32).toString('hex');
  const engines: Engine[] = [];
  onTestFinished(async () => {
    for (const engine of engines) await engine.close();
    await proxy.close();
    await sandbox.close();
  });
  const open = async (apiKey: string): Promise<Engine> => {
    for (const engine of engines.splice(0)) await engine.close();
    const engine = valueIn(
      await openEngine({
        directory,
        databaseKey,
        apiKey,
        url: `${proxy.url}/v1`,
        workspace: { id: 'pool', name: 'Pool', scenario: 'b2b' },
        fetch,
      }),
    );
    engines.push(engine);
    return engine;
  };
  return { proxy, open, key, otherKey };
}

async function shown(engine: Engine) {
  const { rows, total } = valueIn(
    await engine.call('page', {
      entity: 'organization',
      limit: 100,
      sort: { field: 'id', direction: 'asc' },
    }),
  );
  return {
    rows: rows.map((row) => decodeRecord('organization', row)),
    total,
    intents: valueIn(await engine.call('intents', {})),
  };
}

async function stageOne(engine: Engine): Promise<void> {
  const [organization] = (await shown(engine)).rows;
  if (organization === undefined) throw new Error('the pool has organizations');
  const action = { verb: 'update', field: 'name', value: 'Renamed', base: organization.name } as const;
  const draft: IntentDraft = { entity: 'organization', recordId: organization.id, action };
  expect(valueIn(await engine.call('stage', { drafts: [draft] })).rejected).toEqual([]);
}

test.each([
  ['by the id of the instance', false],
  ['by the records that are known, where the instance tells no id', true],
])(
  'another instance’s key is told %s: nothing is replaced, nothing lost, nothing sent',
  async (_title, silent) => {
    const { proxy, open, key, otherKey } = await startTwo();
    const errors = [{ code: 'resource_not_found', message: 'no', long_message: 'no' }];
    if (silent)
      proxy.block = ({ path }) => (path === '/instance' ? { status: 404, body: { errors } } : undefined);
    const ours = await open(key);
    valueIn(await waitForSweep(ours));
    await stageOne(ours);
    const before = await shown(ours);
    expect(before.total).toBeGreaterThan(0);

    const engine = await open(otherKey);
    const asked = proxy.asked.length;
    const refused = { ok: false, error: { code: 'other-instance' } };
    expect(await waitForSweep(engine)).toMatchObject(refused);
    expect(await engine.call('plan', {})).toMatchObject(refused);
    expect(await engine.call('apply', { planHash: 'x', resolutions: {}, onRefusal: 'stop' })).toMatchObject(
      refused,
    );
    expect(await shown(engine)).toEqual(before);
    const lists = proxy.asked
      .slice(asked)
      .filter((call) => !/^GET \/(instance|users|organizations\/)/.test(call));
    expect(lists).toEqual([]);
    expect(await engine.tryKey(key)).toEqual({ ok: true, value: null });

    const again = await open(key);
    expect(await again.tryKey(otherKey)).toMatchObject(refused);
    valueIn(await waitForSweep(again));
    expect((await shown(again)).intents).toEqual(before.intents);
  },
);

test('an empty workspace is bound to the first instance that it copies', async () => {
  const { open, key, otherKey } = await startTwo();
  // Made with the wrong key, put right before anything was copied.
  await open(otherKey);
  const engine = await open(key);
  valueIn(await waitForSweep(engine));
  expect(await engine.tryKey(otherKey)).toMatchObject({ ok: false, error: { code: 'other-instance' } });
});
