import type { EditInput } from '@main/sandbox/control/edit';
import { createRandom } from '@main/sandbox/database/random';
import type { Sandbox } from '@main/sandbox/start-sandbox';
import type { Store } from '@main/store/store';
import { type EntityName, sweepOrder } from '@shared/domain/entity';
import { lastKnownRow } from '@shared/domain/project';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { expect, test, vi } from 'vitest';
import { connect, startRig } from './sync-rig';

vi.setConfig({ testTimeout: 90_000 });

const changes = 1_000;
/** Pages of the walk between which the changes are made: about those of its first pass. */
const pages = 3;

type Row = { readonly id: string; readonly organizationId?: string; readonly userId?: string };

/** Everything that the service holds now, read while nothing moves. */
async function serviceHolds(sandbox: Sandbox, entity: EntityName): Promise<readonly RemoteRecord[]> {
  const port = connect(sandbox);
  const records: RemoteRecord[] = [];
  for (;;) {
    const page = await port.fetchPage(entity, { offset: records.length, limit: 500 });
    if (!page.ok) throw new Error(page.failure.message);
    const { partial, total } = page.value;
    records.push(...page.value.records, ...partial.map(({ record }) => record));
    if (records.length >= total) return records;
  }
}

async function storeHolds(store: Store, entity: EntityName): Promise<readonly (RemoteRecord | null)[]> {
  return (await store.list(entity, [])).map((row) => lastKnownRow(entity, row));
}

/** Random edits of other admins: memberships, people and organizations come, go and change their place in the lists. */
function createEdits(seed: number, rows: Readonly<Record<'membership' | 'user' | 'organization', Row[]>>) {
  const random = createRandom(`moving/${seed}`);
  let made = 0;
  const call = (method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object): EditInput => ({
    call: { method, path, ...(body && { body }) },
  });
  const some = (list: readonly Row[]): Row => list[Math.floor(random.next() * list.length)] ?? { id: '' };
  const taken = (list: Row[]): Row =>
    list.splice(Math.floor(random.next() * list.length), 1)[0] ?? { id: '' };
  return (): EditInput => {
    made += 1;
    const kind = random.next();
    if (kind < 0.3) {
      const { organizationId, userId } = taken(rows.membership);
      return call('DELETE', `/organizations/${organizationId}/memberships/${userId}`);
    }
    if (kind < 0.6) {
      const body = { user_id: some(rows.user).id, role: 'org:member' };
      return call('POST', `/organizations/${some(rows.organization).id}/memberships`, body);
    }
    if (kind < 0.7) {
      const created_at = new Date(Date.UTC(2021, 0, 1) + random.next() * 1e11).toISOString();
      return call('PATCH', `/organizations/${some(rows.organization).id}`, { created_at });
    }
    if (kind < 0.8) return call('DELETE', `/users/${taken(rows.user).id}`);
    if (kind < 0.9) return call('POST', '/users', { email_address: [`moving${seed}.${made}@example.com`] });
    if (kind < 0.904) return call('DELETE', `/organizations/${taken(rows.organization).id}`);
    const { organizationId, userId } = some(rows.membership);
    return call('PATCH', `/organizations/${organizationId}/memberships/${userId}`, { role: 'org:viewer' });
  };
}

async function expectSame(sandbox: Sandbox, store: Store, entity: EntityName): Promise<void> {
  const byId = (a: { id: string } | null, b: { id: string } | null): number =>
    String(a?.id) < String(b?.id) ? -1 : 1;
  const there = [...(await serviceHolds(sandbox, entity))].sort(byId);
  const here = [...(await storeHolds(store, entity))].sort(byId);
  expect([entity, here.map((row) => row?.id)]).toEqual([entity, there.map(({ id }) => id)]);
  expect(here).toEqual(there);
}

const walks = [
  { entity: 'membership', path: '/organization_memberships?', seed: 1 },
  { entity: 'user', path: '/users?', seed: 2 },
] as const;

test.each(walks)(
  'the list of every $entity moves during its walk (seed $seed): nothing missing, no ghost',
  async (walk) => {
    const { entity, path, seed } = walk;
    let edit: (() => EditInput) | null = null;
    let left = changes;
    let accepted = 0;
    let turn: Promise<unknown> = Promise.resolve();
    const change = async (): Promise<void> => {
      if (edit === null || left <= 0) return;
      const batch = Array.from({ length: Math.ceil(changes / pages) }, edit);
      left -= batch.length;
      const answers = await rig.sandbox.control.edit(batch);
      accepted += answers.filter(({ status }) => status < 300).length;
    };
    // Pages are answered one after the other, with changes between them.
    const moving: typeof fetch = (url, init) => {
      if (!String(url).includes(path)) return fetch(url, init);
      const answer = turn.then(() => fetch(url, init));
      turn = answer.then(change, () => undefined);
      return answer;
    };
    const rig = await startRig({ scale: 0.2, seed }, { fetch: moving });
    const { sandbox, store } = rig;
    await rig.sweep();
    edit = createEdits(seed, {
      membership: [...(await store.list('membership', []))],
      user: [...(await store.list('user', []))],
      organization: [...(await store.list('organization', []))],
    });
    await rig.sweep();
    expect(left).toBeLessThanOrEqual(0);
    expect(accepted).toBeGreaterThan(changes * 0.6);
    await expectSame(sandbox, store, entity);
    await rig.sweep();
    for (const other of sweepOrder) await expectSame(sandbox, store, other);
  },
);
