import { startSandbox } from '@main/sandbox/start-sandbox';
import type { EngineClient } from '@renderer/bridge/engine-client';
import { openPortions } from '@renderer/bridge/open-portions';
import { openWhole } from '@renderer/bridge/open-whole';
import { shareLive } from '@renderer/bridge/share-live';
import type { Result } from '@shared/contract/failure';
import type { Page } from '@shared/contract/page';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';
import { valueIn } from '../support/value-in';
import { engineOn } from './engine-on';

test('a whole list has every row once, whatever a page takes, and has them anew with each change', async () => {
  const sandbox = await startSandbox({ world: 'northwind', seed: 3, scale: 0.12, limits: 'none' });
  const engine = await engineOn(sandbox, await temporaryFolder());
  const told: Page[] = [];
  const subscribe = engine.subscribe as EngineClient['subscribe'];
  const sort = { field: 'organizationName', direction: 'asc' } as const;
  onTestFinished(
    openWhole({ subscribe }, { entity: 'membership', sort }, (whole) => told.push(valueIn(whole))),
  );
  await vi.waitFor(() => expect(told).toHaveLength(1));
  const [first] = told;
  const { total } = valueIn(await engine.call('page', { entity: 'membership', limit: 1 }));
  expect(total).toBeGreaterThan(1_000);
  expect([first?.total, new Set(first?.rows.map(({ id }) => id)).size]).toEqual([total, total]);

  const last = first?.rows.at(-1);
  valueIn(
    await engine.call('stage', {
      drafts: [{ entity: 'membership', recordId: last?.id, action: { verb: 'delete' } }],
    }),
  );
  await vi.waitFor(() =>
    expect(told.at(-1)?.rows.find(({ id }) => id === last?.id)).toMatchObject({ staged: { verb: 'delete' } }),
  );
  expect(told.at(-1)?.rows).toHaveLength(total);
});

test('records are asked for in portions, each with its own ids, and once for all who want the same', async () => {
  const sandbox = await startSandbox({ world: 'northwind', seed: 3, scale: 0.12, limits: 'none' });
  const engine = await engineOn(sandbox, await temporaryFolder());
  const asked: number[] = [];
  let open = 0;
  const subscribe: EngineClient['subscribe'] = (feed, input, take) => {
    const [{ value = [] } = {}] = (input as { where?: { value?: unknown[] }[] }).where ?? [];
    asked.push(value.length);
    open += 1;
    const stop = (engine.subscribe as EngineClient['subscribe'])(feed, input, take);
    return () => {
      open -= 1;
      stop();
    };
  };
  const rows = await Promise.all(
    [0, 500, 1_000].map(async (offset) =>
      valueIn(await engine.call('page', { entity: 'membership', offset, limit: 500 })).rows.map(({ id }) =>
        String(id),
      ),
    ),
  );
  const ids = [...rows.flat(), 'orgmem_none'];
  expect(ids.length).toBeGreaterThan(1_000);
  const live = shareLive<Page['rows']>((key, take) =>
    openPortions({ subscribe }, { entity: 'membership', ids: JSON.parse(key) as string[] }, take),
  );
  const told: Page['rows'][] = [];
  const hear = (rows: Result<Page['rows']>) => told.push(valueIn(rows));
  const first = live(JSON.stringify(ids), hear);
  await vi.waitFor(() => expect(told.at(-1)?.length).toBe(ids.length - 1));
  expect(asked).toEqual([500, 500, ids.length - 1_000]);
  const second = live(JSON.stringify(ids), hear);
  expect(told.at(-1)).toEqual(told.at(-2));
  expect([asked.length, open]).toEqual([3, 3]);
  first();
  expect(open).toBe(3);
  second();
  expect(open).toBe(0);
});
