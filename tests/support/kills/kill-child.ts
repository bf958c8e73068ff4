import type { Engine } from '@main/engine/engine';
import { openEngine } from '@main/engine/open-engine';
import type { OperationName, OutputOf } from '@shared/contract/operations';
import { RecordId } from '@shared/domain/ids';
import { openStates } from '@shared/domain/intent';
import { drafts } from '../../reconcile/drafts';
import { pick, seededRandom } from '../chaos/seeded-random';
import { KillOrder, type KillReport } from './kill-protocol';

/** The headless engine at work, until it is killed; or, told to settle, until nothing is open any more. */
const order = KillOrder.parse(JSON.parse(process.env.KILL_ORDER ?? ''));
const random = seededRandom(order.seed);
const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const tell = (report: KillReport): boolean => process.stdout.write(`${JSON.stringify(report)}\n`);
const opened = await openEngine({
  directory: order.directory,
  databaseKey: order.key,
  apiKey: order.apiKey,
  url: order.url,
  workspace: { id: 'kill', name: 'Kill', scenario: 'b2b' },
  fetch,
});
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const engine: Engine = opened.value;

async function call<O extends OperationName>(operation: O, input: unknown): Promise<OutputOf<O>> {
  const result = await engine.call(operation, input);
  if (!result.ok) throw new Error(`${operation}: ${JSON.stringify(result.error)}`);
  return result.value;
}

async function someIds(entity: 'membership' | 'organization' | 'user'): Promise<readonly RecordId[]> {
  const where = [{ field: 'state', op: 'eq', value: 'synced' }];
  if (entity === 'membership') where.push({ field: 'role', op: 'ne', value: 'org:admin' });
  const { rows } = await call('page', { entity, where, limit: 200 });
  return rows.map(({ id }) => RecordId.parse(id));
}

async function stage(mark: string): Promise<void> {
  const [members, organizations] = [await someIds('membership'), await someIds('organization')];
  if (members.length === 0 || organizations.length === 0) return;
  const makers = [
    () => drafts.role(pick(random, members), pick(random, ['org:viewer', 'org:billing', 'org:support'])),
    () => drafts.organization(pick(random, organizations), 'branding.tagline', mark),
    () => drafts.remove('membership', pick(random, members)),
    () => drafts.invite(pick(random, organizations), `${mark}@only.example`),
    () => drafts.create(`new_${mark}`, { name: mark, slug: '' }),
  ];
  const { staged } = await call('stage', { drafts: [pick(random, makers)()] });
  tell({ kind: 'staged', ids: staged.map(({ id }) => id) });
}

async function reconcile(): Promise<void> {
  tell({ kind: 'phase', phase: 'plan' });
  const plan = await engine.call('plan', {});
  if (!plan.ok) return;
  tell({ kind: 'phase', phase: 'push' });
  await engine.call('apply', { planHash: plan.value.hash, resolutions: {} });
}

tell({ kind: 'ready', ms: performance.now() });
if (order.settle) {
  await call('startSync', {});
  while ((await call('status', {})).freshness.kind !== 'synced') await rest(20);
  for (let round = 0; round < 10; round += 1) {
    if ((await call('intents', { states: [...openStates], limit: 20_000 })).length === 0) break;
    await reconcile();
  }
  const intents = await call('intents', { limit: 20_000 });
  tell({
    kind: 'settled',
    intents: intents.map(({ id, state, outcome }) => ({ id, state, code: outcome?.code ?? '' })),
  });
  await engine.close();
} else {
  for (let count = 0; ; count += 1) {
    tell({ kind: 'phase', phase: 'pull' });
    await call('startSync', {});
    if (random() < 0.5) await rest(random() * 250);
    tell({ kind: 'phase', phase: 'edit' });
    const edits = 1 + Math.floor(random() * 3);
    for (let edit = 0; edit < edits; edit += 1) await stage(`k${order.seed}x${count}x${edit}`);
    await reconcile();
  }
}
