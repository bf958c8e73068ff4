import { startSandbox } from '@main/sandbox/start-sandbox';
import type { EngineClient } from '@renderer/bridge/engine-client';
import { openPortions, type Portions } from '@renderer/bridge/open-portions';
import { openWhole } from '@renderer/bridge/open-whole';
import { shareLive } from '@renderer/bridge/share-live';
import { failure, type Result } from '@shared/contract/failure';
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
  const live = shareLive<Portions>((key, take) =>
    openPortions({ subscribe }, { entity: 'membership', ids: JSON.parse(key) as string[] }, take),
  );
  const told: Portions[] = [];
  const hear = (portions: Result<Portions>) => told.push(valueIn(portions));
  const first = live(JSON.stringify(ids), hear);
  await vi.waitFor(() => expect(told.at(-1)?.rows.length).toBe(ids.length - 1));
  expect(asked).toEqual([500, 500, ids.length - 1_000]);
  // What came before is not decoded again.
  expect(told.at(-1)?.rows[0]).toBe(told[0]?.rows[0]);
  const second = live(JSON.stringify(ids), hear);
  expect(told.at(-1)).toEqual(told.at(-2));
  expect([asked.length, open]).toEqual([3, 3]);
  first();
  expect(open).toBe(3);
  second();
  expect(open).toBe(0);
});

test('a portion that cannot be read is told as long as it cannot, keeps what it had, and holds up no other', async () => {
  const sandbox = await startSandbox({ world: 'northwind', seed: 3, scale: 0.12, limits: 'none' });
  const engine = await engineOn(sandbox, await temporaryFolder());
  const { rows } = valueIn(await engine.call('page', { entity: 'membership', limit: 500 }));
  const ids = [...rows.map(({ id }) => String(id)), 'orgmem_none'];
  const takers: ((page: Result<Page>) => void)[] = [];
  const subscribe = ((feed, input, take) => {
    takers.push(take as (page: Result<Page>) => void);
    return (engine.subscribe as EngineClient['subscribe'])(feed, input, take);
  }) as EngineClient['subscribe'];
  const told: Portions[] = [];
  const failed = failure('disk-error', 'A sector is gone.', 'Look at the disk.');
  onTestFinished(
    openPortions({ subscribe }, { entity: 'membership', ids }, (portions) => told.push(valueIn(portions))),
  );
  takers[0]?.(failed);
  expect(told).toMatchObject([{ rows: [], failure: { code: 'disk-error' } }]);
  expect(takers).toHaveLength(2);
  await vi.waitFor(() => expect(told.at(-1)).toMatchObject({ failure: undefined }));
  expect(told.at(-1)?.rows).toHaveLength(500);
  takers[0]?.(failed);
  expect(told.at(-1)).toMatchObject({ failure: { code: 'disk-error' } });
  // Another one that comes meanwhile does not hide it.
  takers[1]?.({ ok: true, value: { ...({} as Page), rows: [] } });
  expect(told.at(-1)).toMatchObject({ failure: { code: 'disk-error' } });
  expect(told.at(-1)?.rows).toHaveLength(500);
});
