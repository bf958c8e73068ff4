import type { EditInput } from '@main/sandbox/control/edit';
import { createRandom } from '@main/sandbox/database/random';
import type { Store } from '@main/store/store';
import { type EntityName, sweepOrder } from '@shared/domain/entity';
import { jsonEqual } from '@shared/domain/json';
import { lastKnownRow } from '@shared/domain/project';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { type ChaosRig, openRig } from '../chaos/open-rig';

export interface MovingWalk {
  readonly entity: 'membership' | 'user';
  /** What its list's requests are told by. */
  readonly path: string;
  readonly seed: number;
  /** Of Northwind; 1 has 5,000 people. */
  readonly scale: number;
  /** Made by colleagues between the pages of one walk. */
  readonly changes: number;
  /** Pages of the walk between which they are made: about those of its first pass, 3 unless told otherwise. */
  readonly pages?: number;
  /** Share of the answers that the mutator changes during the walk. */
  readonly mutated?: number;
}

export interface MovingOutcome {
  readonly people: number;
  /** Changes that the service took. */
  readonly accepted: number;
  readonly mutated: number;
  /** In words: what the copy lacks, has too much, or holds otherwise; of the walked list right after the walk. */
  readonly afterWalk: readonly string[];
  /** Of all lists, after the confirming pass. */
  readonly afterPass: readonly string[];
}

type Row = { readonly id: string; readonly organizationId?: string; readonly userId?: string };

/** Everything that the service holds now, read while nothing moves. */
async function serviceHolds(port: ChaosRig['port'], entity: EntityName): Promise<readonly RemoteRecord[]> {
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

/** How the copy differs from the service. */
async function differences({ store, port }: ChaosRig, entity: EntityName): Promise<readonly string[]> {
  const there = new Map((await serviceHolds(port, entity)).map((row) => [row.id, row]));
  const here = new Map((await storeHolds(store, entity)).map((row) => [row?.id, row]));
  return [
    ...[...there.keys()].filter((id) => !here.has(id)).map((id) => `${entity} ${id} is missing`),
    ...[...here.keys()]
      .filter((id) => id === undefined || !there.has(id))
      .map((id) => `${entity} ${id} is a ghost`),
    ...[...there]
      .filter(([id, row]) => here.has(id) && !jsonEqual(here.get(id) as never, row as never))
      .map(([id]) => `${entity} ${id} differs`),
  ];
}

/** Walks a list while colleagues change everything, then once more while nothing moves. */
export async function moveLists(walk: MovingWalk): Promise<MovingOutcome> {
  const { entity, path, seed, scale, changes, pages = 3, mutated = 0 } = walk;
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
  const rig = await openRig({ seed, service: { scale }, fetch: moving });
  try {
    const { store, mutator } = rig;
    edit = createEdits(seed, {
      membership: [...(await store.list('membership', []))],
      user: [...(await store.list('user', []))],
      organization: [...(await store.list('organization', []))],
    });
    mutator.storm(mutated);
    await rig.sweep();
    mutator.calm();
    if (left > 0) throw new Error(`${left} changes were never made: the walk had too few pages`);
    const afterWalk = await differences(rig, entity);
    await rig.sweep();
    const afterPass: string[] = [];
    for (const other of sweepOrder) afterPass.push(...(await differences(rig, other)));
    return {
      people: await store.count('user'),
      accepted,
      mutated: [...mutator.fired.values()].reduce((sum, hits) => sum + hits, 0),
      afterWalk,
      afterPass,
    };
  } finally {
    await rig.close();
  }
}
