import { startSandbox } from '@main/sandbox/start-sandbox';
import { entitiesOf } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { engineOn } from './engine-on';
import { openFleet } from './open-fleet';
import { placesOf } from './overview-places';

/** Figures that lead to other rows than they count. */
const wrong = (told: Awaited<ReturnType<typeof placesOf>>) =>
  told.filter(({ figure, rows }) => figure !== rows);

test('each figure of an overview leads to as many rows, of organizations and people, also narrowed to one, and with edits staged', async () => {
  const sandbox = await startSandbox({ world: 'northwind', scale: 0.08 });
  const engine = await engineOn(sandbox, await temporaryFolder());
  const entities = entitiesOf('b2b');
  const all = await placesOf(engine, entities, '');
  expect(wrong(all)).toEqual([]);
  expect(all.filter(({ figure }) => figure > 0).length).toBeGreaterThan(15);
  const { rows } = valueIn(
    await engine.call('page', { entity: 'organization', sort: { field: 'membersCount', direction: 'desc' } }),
  );
  const scope = String(rows[0]?.id);
  expect(wrong(await placesOf(engine, entities, scope))).toEqual([]);

  const { rows: people } = valueIn(await engine.call('page', { entity: 'user', scope, limit: 2 }));
  const drafts = [
    {
      entity: 'user',
      recordId: RecordId.parse(people[0]?.id),
      action: { verb: 'update', field: 'banned', value: true },
    },
    { entity: 'user', recordId: RecordId.parse(people[1]?.id), action: { verb: 'delete' } },
    { entity: 'organization', action: { verb: 'create', values: { name: 'New', slug: 'new' } } },
  ] as const;
  expect(valueIn(await engine.call('stage', { drafts: [...drafts] })).rejected).toEqual([]);
  for (const narrowed of ['', scope]) expect(wrong(await placesOf(engine, entities, narrowed))).toEqual([]);
});

test('each figure leads to as many rows where there are people only', async () => {
  const sandbox = await startSandbox({ world: 'lumen', scale: 0.02 });
  const engine = await engineOn(sandbox, await temporaryFolder(), 'b2c');
  const told = await placesOf(engine, entitiesOf('b2c'), '');
  expect(wrong(told)).toEqual([]);
  expect(told.filter(({ figure }) => figure > 0).length).toBeGreaterThan(5);
});

test('each figure leads to as many rows over a platform', async () => {
  const { engine } = await openFleet();
  const fleet = await placesOf(engine, entitiesOf('platforms'), '');
  expect(wrong(fleet)).toEqual([]);
  expect(fleet.map(({ what }) => what)).toContain('domains');
});
