import { createAudit } from '@main/audit/create-audit';
import { historyPage } from '@main/engine/history-page';
import { openStore } from '@main/store/open-store';
import type { HistoryDraft } from '@main/store/store';
import { HistoryQuery } from '@shared/contract/history';
import type { InputOf } from '@shared/contract/operations';
import { expect, it, onTestFinished } from 'vitest';
import { sampleHistory, sampleIntent } from '../store/sample-records';
import { temporaryFolder } from '../support/folders/temporary-folder';

const reach = { looked: 500, stride: 50, folded: 200, foldStride: 10, ofPart: 50 };

async function startHistory() {
  const store = await openStore({ directory: await temporaryFolder(), key: 'a1'.repeat(32), now: Date.now });
  onTestFinished(() => store.close());
  const audit = createAudit({ store, now: Date.now });
  const parts = { store, audit, fourEyes: { signed: async () => null } };
  return {
    store,
    page: (query: InputOf<'history'>) => historyPage(parts, HistoryQuery.parse(query), reach),
    write: (count: number, draft: (place: number) => Partial<HistoryDraft>) =>
      store.write({
        history: Array.from({ length: count }, (_, place) => ({
          ...sampleHistory('org_1'),
          ...draft(place),
        })),
      }),
  };
}

it('looks through so much of history at a call, says how far back that was, and goes on from there', async () => {
  const { page, write } = await startHistory();
  const needle = { label: 'Needle', source: 'local' as const };
  await write(601, (place) => ({
    at: place + 1,
    ...(place === 1 ? needle : { label: 'Hay', source: 'remote' as const }),
  }));
  for (const query of [{ text: 'needle' }, { source: 'local' as const }]) {
    const first = await page(query);
    expect(first).toMatchObject({ entries: [], newest: 601, next: 102, lookedTo: 102 });
    const rest = await page({ ...query, beforeSeq: first.next ?? 0 });
    expect(rest).toMatchObject({ entries: [{ seq: 2 }], next: null, lookedTo: null });
  }
  // What fills a page needs no look further.
  expect(await page({ text: 'hay', limit: 3 })).toMatchObject({ next: 599, lookedTo: null });
  expect(await page({ text: 'needle', from: 590 })).toMatchObject({ entries: [], next: null });
});

it('tells fifty entries of a large gesture, and the others by their seq', async () => {
  const { page, write, store } = await startHistory();
  await store.write({ intents: [{ ...sampleIntent(1), state: 'applied' }] });
  await write(130, (place) => ({ intentId: place > 4 && place < 125 ? sampleIntent(1).id : '' }));
  const told = await page({ fold: true, limit: 60 });
  const [folded] = Object.values(told.folded);
  const places = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, at) => from - at);
  expect(told.entries.map(({ seq }) => seq)).toEqual([...places(130, 76), ...places(5, 1)]);
  expect(folded).toEqual(places(75, 6));
  expect(await page({ seqs: places(75, 6), limit: 200 })).toMatchObject({
    entries: places(75, 6).map((seq) => ({ seq })),
    next: null,
  });
  expect((await page({ limit: 500 })).entries).toHaveLength(130);
});

it('reads no further than so many entries to fold a gesture away', async () => {
  const { page, write, store } = await startHistory();
  await store.write({ intents: [{ ...sampleIntent(1), state: 'applied' }] });
  await write(320, (place) => ({ at: place + 1, intentId: sampleIntent(1).id }));
  const told = await page({ fold: true, limit: 60 });
  expect(told).toMatchObject({ next: 121, lookedTo: 121 });
  expect(told.entries).toHaveLength(50);
  const rest = await page({ fold: true, limit: 60, beforeSeq: told.next ?? 0 });
  expect(rest).toMatchObject({ next: null, lookedTo: null });
  expect(Object.values({ ...rest.folded })[0]).toHaveLength(70);
});
