import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Access, createAccess } from '@main/access/create-access';
import { createFindings } from '@main/findings/create-findings';
import { createRandom } from '@main/sandbox/database/random';
import { openStore } from '@main/store/open-store';
import type { RecordPut, Store } from '@main/store/store';
import { accessOperations } from '@shared/contract/access';
import { blankRecord } from '@shared/domain/blank-record';
import type { EntityName } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import { project } from '@shared/domain/project';
import type { RemoteRecord } from '@shared/domain/records/record-map';
import { everyList, wholeCopy } from '../support/every-list';
import { valueIn } from '../support/value-in';
import { exportLarge } from './audit/export-large';
import { previewLarge } from './audit/preview-large';
import { type Figure, figure } from './support/figure';
import { paletteFigures, personName } from './support/palette-figures';
import { percentile } from './support/percentile';
import { timed } from './support/timed';

interface Options {
  readonly seed: number;
  /** Memberships; three to a person, sixty to an organization. */
  readonly size?: number;
  /** `answers`, `palette`, `findings`, `exports`, `previews`; all of them when missing or empty. */
  readonly only?: readonly string[];
}

/** How often each question is asked. */
const asked = 200;
const batch = 5_000;
const verbs = ['read', 'manage', 'export'] as const;
const features = ['invoices', 'reports', 'seats', 'keys', 'audit'] as const;
const permissionKeys = features.flatMap((feature) => verbs.map((verb) => `org:${feature}:${verb}`));
/** From the rare to the common; a role gives its own share of the permissions. */
const roles = [
  { key: 'org:admin', share: 5, gives: 15 },
  { key: 'org:billing', share: 10, gives: 8 },
  { key: 'org:support', share: 25, gives: 5 },
  { key: 'org:member', share: 60, gives: 3 },
] as const;

/** Questions over a large copy: a page of who can, all that a person can, why; every finding; and previews of large files. */
export async function run({
  seed,
  size = 300_000,
  only = [],
}: Options): Promise<{ readonly figures: Figure[] }> {
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-bench-audit-'));
  const store = await openStore({ directory, key: randomBytes(32).toString('hex'), now: Date.now });
  try {
    await fill(store, seed, size);
    const access = createAccess(store, { range: async () => ({ from: 1, to: Date.now() }) }, wholeCopy);
    const random = createRandom(`audit/${seed}`);
    const p95 = async (question: () => Promise<unknown>): Promise<number> => {
      const taken: number[] = [];
      for (let turn = 0; turn < asked; turn += 1) taken.push(await timed(question));
      return percentile(taken, 0.95);
    };
    const at = `at ${size.toLocaleString('en')} memberships`;
    const person = () => RecordId.parse(`user_${random.int(0, size / 3 - 1)}`);
    const place = () => RecordId.parse(`org_${random.int(0, size / 60 - 1)}`);
    const who = (over: object) => holders(access, { permissionKey: random.pick(permissionKeys), ...over });
    const why = async (kind: 'now' | 'after') =>
      valueIn(
        await access.why({
          userId: person(),
          organizationId: place(),
          permissionKey: random.pick(permissionKeys),
          when: { kind },
        }),
      );
    const answers = async (): Promise<Figure[]> => {
      const cold = await timed(() => who({}));
      return [
        figure(`who-can, first question ${at}`, cold, 'ms'),
        figure(`who-can, a page, p95 ${at}`, await p95(() => who({})), 'ms', { most: 100 }),
        figure(
          `who-can in an organization, p95 ${at}`,
          await p95(() => who({ organizationId: place() })),
          'ms',
          {
            most: 100,
          },
        ),
        figure(
          `who-can, a page far down, p95 ${at}`,
          await p95(() =>
            who({ permissionKey: 'org:invoices:read', cursor: `3:${random.int(0, size / 2)}` }),
          ),
          'ms',
          { most: 100 },
        ),
        figure(
          `what-can, p95 ${at}`,
          await p95(async () =>
            valueIn(await access.whatCan({ userId: person(), blocked: true, when: { kind: 'now' } })),
          ),
          'ms',
          { most: 20 },
        ),
        figure(`why, p95 ${at}`, await p95(() => why('now')), 'ms', { most: 20 }),
        figure(`why after reconcile, p95 ${at}`, await p95(() => why('after')), 'ms', { most: 20 }),
      ];
    };
    const parts: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
      answers,
      palette: () => paletteFigures(store, { random, size, p95, at }),
      findings: async () => [figure(`all findings ${at}`, await allFindings(store), 'ms', { most: 3_000 })],
      exports: () => exportLarge(store, directory, size),
      previews: () => previewLarge(store),
    };
    const figures: Figure[] = [];
    for (const [name, part] of Object.entries(parts))
      if (only.length === 0 || only.includes(name)) figures.push(...(await part()));
    return { figures };
  } finally {
    await store.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** A whole look, with what it keeps. */
async function allFindings(store: Store): Promise<number> {
  const findings = createFindings({
    store,
    rows: (query) => store.page(query),
    capabilities: everyList,
    scenario: 'b2b',
    production: true,
    asOf: () => 1,
    now: Date.now,
  });
  const taken = await timed(async () => valueIn(await findings.tryAll()));
  await findings.stop();
  return taken;
}

async function holders(access: Access, over: object): Promise<unknown> {
  return valueIn(await access.whoCan(accessOperations.whoCan.input.parse(over)));
}

/** Writes the copy as a sweep would have left it. */
async function fill(store: Store, seed: number, size: number): Promise<void> {
  const random = createRandom(`fill/${seed}`);
  const put = <E extends EntityName>(entity: E, id: string, values: Partial<RemoteRecord<E>>): RecordPut => {
    const remote = { ...blankRecord(entity, RecordId.parse(id), 1), ...values } as RemoteRecord<E>;
    const record = project(entity, remote, [], { hash: 'bench', sweep: 1, fetchedAt: 1 });
    if (record === null) throw new Error('a record of the service has a row');
    return { entity, record };
  };
  const many = async (count: number, make: (index: number) => RecordPut): Promise<void> => {
    for (let from = 0; from < count; from += batch)
      await store.write({
        put: Array.from({ length: Math.min(batch, count - from) }, (_, index) => make(from + index)),
      });
  };
  await many(permissionKeys.length, (index) => {
    const key = permissionKeys[index] ?? '';
    return put('permission', `perm_${index}`, { key, name: key });
  });
  await many(roles.length, (index) => {
    const { key = '', gives = 0 } = roles[index] ?? {};
    return put('role', `role_${index}`, {
      key,
      name: key,
      permissionKeys: permissionKeys.slice(0, gives).sort(),
    });
  });
  await many(Math.ceil(size / 60), (index) =>
    put('organization', `org_${index}`, { name: `Org ${index}`, membersCount: 60 }),
  );
  await many(Math.ceil(size / 3), (index) =>
    put('user', `user_${index}`, {
      name: personName(index),
      email: `p${index}@example.com`,
      banned: index % 97 === 0,
    }),
  );
  const bag = roles.flatMap(({ key, share }) => Array.from({ length: share }, () => key));
  await many(size, (index) => {
    const person = index % Math.ceil(size / 3);
    const place = random.int(0, Math.ceil(size / 60) - 1);
    return put('membership', `orgmem_${index}`, {
      organizationId: RecordId.parse(`org_${place}`),
      organizationName: `Org ${place}`,
      userId: RecordId.parse(`user_${person}`),
      userName: personName(person),
      userEmail: `p${person}@example.com`,
      role: random.pick(bag),
    });
  });
  await store.prepare('membership');
  await store.prepare('user');
}
