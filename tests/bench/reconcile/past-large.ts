import { createAudit } from '@main/audit/create-audit';
import { openStore } from '@main/store/open-store';
import type { HistoryDraft } from '@main/store/store';
import { PageQuery } from '@shared/contract/page';
import { RecordId } from '@shared/domain/ids';
import { type Figure, figure } from '../support/figure';
import { timed } from '../support/timed';
import { memberId, memberships } from './large-store';

const changes = 5_000;
const deepOffset = 150_000;

/** A person renamed, three memberships each; every 20th time an organization, with 100. */
function renamed(index: number): HistoryDraft {
  const organization = index % 20 === 0;
  const recordId = RecordId.parse(
    organization ? `org_${(index / 2) % 3_000}` : `user_${(index * 20) % 100_000}`,
  );
  return {
    at: 10_000 + index,
    entity: organization ? 'organization' : 'user',
    recordId,
    organizationId: '',
    label: recordId,
    source: 'remote',
    change: 'updated',
    fields: [{ field: 'name', before: `Old ${index}`, after: recordId }],
    intentId: '',
    requestId: '',
  };
}

/** Pages of 300,000 memberships as of a moment since which 5,000 of them changed, or as many names; and that moment compared with now. */
export async function pastLarge(directory: string, key: string): Promise<readonly Figure[]> {
  const store = await openStore({ directory, key, now: Date.now });
  const audit = createAudit({ store, now: Date.now });
  await audit.completeAt(1_000);
  const history = Array.from({ length: changes }, (_, index): HistoryDraft => {
    const id = memberId(Math.floor((index * memberships) / changes) + 3);
    return {
      at: 2_000 + index,
      entity: 'membership',
      recordId: id,
      organizationId: '',
      label: id,
      source: 'remote',
      change: 'updated',
      fields: [{ field: 'role', before: 'org:viewer', after: 'org:member' }],
      intentId: '',
      requestId: '',
    };
  });
  await store.write({ history });
  const page = async (offset: number, at = 1_500): Promise<number> => {
    const query = PageQuery.parse({ entity: 'membership', offset, limit: 50 });
    return timed(async () => {
      const result = await audit.page(query, at);
      if (!result.ok || result.value.rows.length !== 50) throw new Error('a page of the past is missing');
    });
  };
  const first = await page(0);
  const deep = await page(deepOffset);
  const compareMs = await timed(async () => {
    const result = await audit.compare({ from: 1_500, to: Date.now(), limit: 500 });
    if (!result.ok || result.value.total !== changes) throw new Error('the comparison misses changes');
  });
  const verifyMs = await timed(async () => {
    const { fault } = await audit.verify();
    if (fault !== null) throw new Error(fault.message);
  });
  await store.write({ history: Array.from({ length: changes }, (_, index) => renamed(index)) });
  const renamedMs = await page(0, 9_500);
  await store.close();
  return [
    figure('a page as of a moment, 5,000 changes ago', first, 'ms', {
      beside: { [`at row ${deepOffset}`]: deep },
    }),
    figure('a page as of a moment, 5,000 renames ago', renamedMs, 'ms'),
    figure('two moments compared', compareMs, 'ms', { beside: { changes } }),
    figure('the chain of history checked', verifyMs, 'ms', { beside: { entries: changes } }),
  ];
}
