import { type EntityName, entitiesOf } from '@shared/domain/entity';
import { recordSchemas } from '@shared/domain/records/record-map';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import type { z } from 'zod';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { fuzzCount, fuzzSeed } from '../support/fuzz/fuzzed-input';
import { spoilt } from '../support/fuzz/spoilt-answer';
import { startMutatingProxy } from '../support/mutator/mutating-proxy';
import { noWaiting } from '../support/no-waiting';
import { beginSync, connect, openTempStore, startWorld, sweepOnce, until } from './sync-rig';

it('fuzzed answers of the service: every sweep ends and says how, nothing unreadable is stored, and good answers heal it all', async () => {
  const sandbox = await startWorld({ scale: 0.02 });
  const proxy = await startMutatingProxy(sandbox.url);
  onTestFinished(() => proxy.close());
  const store = await openTempStore(await temporaryFolder());
  const entities = entitiesOf('b2b').filter((entity) => entity !== 'application');
  const identity = connect(sandbox, { url: proxy.url, ...noWaiting() });
  const sync = beginSync({ store, port: identity, entities });
  await sweepOnce(sync);
  const rows = async () =>
    Promise.all(
      entities.map(async (entity) => [
        entity,
        (await store.list(entity, [])).map(({ id, sync: { hash } }) => [id, hash]),
      ]),
    );
  const before = await rows();

  const wanted = fuzzCount(120);
  const waiting = fc.sample(fc.tuple(fc.boolean(), spoilt), { numRuns: wanted * 2 + 50, seed: fuzzSeed });
  let altered = 0;
  let spoiled = 0;
  proxy.alter = ({ body, status }) => {
    const [spoil, change] = waiting[altered % waiting.length] ?? [false, () => ({})];
    altered += 1;
    if (!spoil || status !== 200) return undefined;
    spoiled += 1;
    return change(body);
  };
  while (spoiled < wanted) {
    const swept = sync.status().freshness.asOf;
    sync.resume();
    sync.start();
    const { freshness } = await until(
      sync,
      (status) =>
        (status.freshness.kind === 'synced' && status.freshness.asOf !== swept) ||
        ['offline', 'failed', 'key-refused'].includes(status.freshness.kind),
    );
    if (freshness.kind === 'failed') expect(freshness.failure).toMatchObject({ message: /./, next: /./ });
  }
  // What is stored can be read back, whatever came: nothing else got in.
  for (const entity of entities) expect([entity, await misfits(entity)]).toEqual([entity, []]);
  expect(spoiled).toBeGreaterThan(wanted / 2);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();

  proxy.alter = () => undefined;
  sync.resume();
  await sweepOnce(sync);
  await sweepOnce(sync);
  expect(await rows()).toEqual(before);

  async function misfits(entity: EntityName): Promise<readonly string[]> {
    const schema: z.ZodType = recordSchemas[entity];
    return (await store.list(entity, [])).flatMap((row) => {
      const issues = schema.safeParse(row).error?.issues ?? [];
      return issues.length === 0 ? [] : [`${row.id}: ${JSON.stringify(issues)}`];
    });
  }
}, 3_600_000);
