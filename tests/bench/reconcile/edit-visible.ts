import { openEngine } from '@main/engine/open-engine';
import type { PageRequest } from '@shared/contract/page';
import { drafts } from '../../reconcile/drafts';
import { type Figure, figure } from '../support/figure';
import { percentile } from '../support/percentile';
import { memberId, memberships } from './large-store';

const edits = 100;
/** Longer than a feed's rest: each edit meets a quiet table, as one by hand does. */
const pauseMs = 160;

/** From the call that stages a role edit to the page feed that shows it, on a table of 300,000 rows. */
export async function editVisible(directory: string, key: string, seed: number): Promise<readonly Figure[]> {
  const opened = await openEngine({
    directory,
    databaseKey: key,
    apiKey: 'sk_test_none',
    url: 'http://127.0.0.1:9/v1',
    workspace: { id: 'bench', name: 'Bench', scenario: 'b2b' },
    fetch,
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const engine = opened.value;
  const times: number[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    const index = 10_001 + ((seed + edit * 2_711) % (memberships - 20_000));
    const id = memberId(index);
    const query: PageRequest = {
      entity: 'membership',
      where: [{ field: 'organizationId', op: 'eq', value: `org_${index % 3_000}` }],
      sort: { field: 'userName', direction: 'asc' },
      limit: 100,
    };
    let shown: () => void = () => undefined;
    const visible = new Promise<void>((resolve) => {
      shown = resolve;
    });
    const end = engine.subscribe('page', query, (value) => {
      const text = value.ok ? JSON.stringify(value.value) : '';
      if (new RegExp(`"id":"${id}"[^}]*"role":"org:viewer"`).test(text)) shown();
    });
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const start = performance.now();
    const report = await engine.call('stage', { drafts: [drafts.role(id, 'org:viewer')] });
    if (!report.ok || report.value.staged.length === 0) throw new Error(JSON.stringify(report));
    await visible;
    times.push(performance.now() - start);
    end();
  }
  await engine.close();
  return [
    figure('an edit is on screen, p95', percentile(times, 0.95), 'ms', {
      most: 50,
      beside: { median: percentile(times, 0.5), most: percentile(times, 1) },
    }),
  ];
}
