import { startSandbox } from '@main/sandbox/start-sandbox';
import type { EngineClient } from '@renderer/bridge/engine-client';
import { openWhole } from '@renderer/bridge/open-whole';
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
