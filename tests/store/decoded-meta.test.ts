import { decodedMeta } from '@main/store/decoded-meta';
import { openStore } from '@main/store/open-store';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';

it('gives whoever is told of a write what was written, also one who subscribed before anybody read', async () => {
  const store = await openStore({ directory: await temporaryFolder(), key: 'd5'.repeat(32), now: Date.now });
  onTestFinished(() => store.close());
  const read = () => decodedMeta(store, 'few', (value) => value);
  const told: Promise<unknown>[] = [];
  store.subscribe(() => told.push(read()));
  await store.write({ meta: { few: 1 } });
  await store.write({ meta: { few: 2 } });
  expect(await Promise.all(told)).toEqual([1, 2]);
  expect(await read()).toBe(2);
});
