import { readdirSync } from 'node:fs';
import {
  createRevision,
  type FilledMangoQuery,
  fillWithDefaultSettings,
  type MangoQuery,
  normalizeMangoQuery,
  now,
  prepareQuery,
  type RxDocumentData,
  type RxJsonSchema,
  type RxStorage,
  type RxStorageInstance,
  randomToken,
} from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { getRxStorageSQLite } from '../../../src-main/store/sqlite-storage/rx-storage-sqlite';
import { KEY, tempDirectory } from './temp-store';

interface Thing {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly tree?: unknown;
}
type Schema = RxJsonSchema<RxDocumentData<Thing>>;
type Instance = RxStorageInstance<Thing, unknown, never>;

const SCHEMA: Schema = fillWithDefaultSettings({
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 40 },
    name: { type: 'string', maxLength: 40 },
    size: { type: 'number', minimum: 0, maximum: 1e9, multipleOf: 0.01 },
    tree: {},
  },
  indexes: ['name'],
} as unknown as RxJsonSchema<Thing>) as Schema;

const directory = tempDirectory();
afterAll(() => directory.remove());
const sqlite = getRxStorageSQLite({ directory: directory.path, key: KEY }) as unknown as RxStorage<
  unknown,
  never
>;
const memory = getRxStorageMemory() as unknown as RxStorage<unknown, never>;

async function open(storage: RxStorage<unknown, never>, databaseName = randomToken(10)): Promise<Instance> {
  const instance = await storage.createStorageInstance<Thing>({
    databaseInstanceToken: randomToken(10),
    databaseName,
    collectionName: 'things',
    schema: SCHEMA,
    options: {} as never,
    multiInstance: false,
    devMode: false,
  });
  onTestFinished(() => instance.close().catch(() => undefined));
  return instance;
}

function data(thing: Thing, previous?: RxDocumentData<Thing>): RxDocumentData<Thing> {
  return {
    ...thing,
    _deleted: false,
    _attachments: {},
    _meta: { lwt: now() },
    _rev: createRevision('t', previous),
  };
}

const thing = (index: number): Thing => ({
  id: `t${String(index).padStart(6, '0')}`,
  name: `name ${index}`,
  size: index,
});

async function fill(instance: Instance, count: number): Promise<void> {
  const things = Array.from({ length: count }, (_, index) => ({ document: data(thing(index)) }));
  const { error } = await instance.bulkWrite(things, 'fill');
  expect(error).toEqual([]);
}

const asked = (query: MangoQuery<Thing>): FilledMangoQuery<Thing> => normalizeMangoQuery(SCHEMA, query);

async function ids(instance: Instance, query: FilledMangoQuery<Thing>): Promise<readonly string[]> {
  const { documents } = await instance.query(prepareQuery(SCHEMA, query));
  return documents.map(({ id }) => id);
}

/** The same question to both storages, over as many things each. */
async function both(query: FilledMangoQuery<Thing>, things = 50): Promise<readonly string[]> {
  const [one, other] = [await open(sqlite), await open(memory)];
  await fill(one, things);
  await fill(other, things);
  const found = await ids(one, query);
  expect(found).toEqual(await ids(other, query));
  const counts = await Promise.all(
    [one, other].map(async (instance) => (await instance.count(prepareQuery(SCHEMA, query))).count),
  );
  expect(counts[0]).toBe(counts[1]);
  return found;
}

describe('a question of any size is answered, and ends no process', () => {
  const branches = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `name ${index * 7}` }));

  it('an $or of 20,000 branches', async () => {
    const found = await both(asked({ selector: { $or: branches(20_000) } }));
    expect(found).toHaveLength(8);
  });

  it('branches inside branches', async () => {
    const selector = {
      $and: [{ $or: branches(5_000).map((inner) => ({ $and: [inner, { size: { $lt: 30 } }] })) }],
    };
    expect(await both(asked({ selector }))).toHaveLength(5);
  });

  it('$nor and $not of many', async () => {
    await both(asked({ selector: { $nor: branches(4_000) } }));
    let selector: object = { name: 'name 7' };
    for (let level = 0; level < 200; level += 1) selector = { $and: [selector] };
    expect(await both(asked({ selector }))).toEqual(['t000007']);
  });

  it.each(['id', 'name', 'size'] as const)('$in and $nin of 40,000 values of %s', async (field) => {
    // RxDB's matcher walks the list for each document: few are enough.
    const values = Array.from({ length: 40_000 }, (_, index) => thing(index * 3)[field]);
    expect(await both(asked({ selector: { [field]: { $in: values } } }), 10)).toHaveLength(4);
    expect(await both(asked({ selector: { [field]: { $nin: values } } }), 10)).toHaveLength(6);
  });

  it('$in of values of every type, in fields with and without a column', async () => {
    const mixed = [null, true, false, 3, 4.5, 'name 5', 'name 6', '', 1e20, -7, 'x', 'y', 'z'];
    await both(asked({ selector: { name: { $in: mixed as string[] } } }));
    await both(asked({ selector: { size: { $in: mixed as number[] } } }));
  });

  it.each([Number.MAX_VALUE, Number.MAX_SAFE_INTEGER, Number.POSITIVE_INFINITY])(
    'a limit of %d',
    async (limit) => {
      expect(await both({ ...asked({ selector: {} }), limit })).toHaveLength(50);
      expect(await both({ ...asked({ selector: { name: { $regex: '^name 4' } } }), limit })).toHaveLength(11);
    },
  );

  it.each([undefined, null])('a skip that is %s, with SQL alone and with the matcher', async (skip) => {
    const bare = (query: MangoQuery<Thing>) =>
      ({ ...asked(query), skip }) as unknown as FilledMangoQuery<Thing>;
    const instance = await open(sqlite);
    await fill(instance, 50);
    expect(await ids(instance, bare({ selector: { size: { $gte: 40 } } }))).toHaveLength(10);
    const regex = bare({ selector: { name: { $regex: '^name 4' } } });
    expect(await ids(instance, regex)).toHaveLength(11);
    expect(await instance.count(prepareQuery(SCHEMA, regex))).toMatchObject({ count: 11 });
  });

  it('a checkpoint that is null, as a transport by JSON sends it', async () => {
    const instance = await open(sqlite);
    await fill(instance, 3);
    const changed = await instance.getChangedDocumentsSince?.(10, null as never);
    expect(changed?.documents).toHaveLength(3);
  });
});

describe('indexes say what the documents say', () => {
  const bySize = (instance: Instance, name: string) => ids(instance, asked({ selector: { name } }));

  it('when one bulk updates a document twice: the last counts', async () => {
    for (const storage of [sqlite, memory]) {
      const instance = await open(storage);
      const before = data(thing(1));
      await instance.bulkWrite([{ document: before }], 'insert');
      const update = (name: string) => ({ previous: before, document: data({ ...thing(1), name }, before) });
      await instance.bulkWrite([update('first'), update('second')], 'twice');
      const [held] = await instance.findDocumentsById(['t000001'], false);
      expect(held?.name).toBe('second');
    }
    const instance = await open(sqlite);
    const before = data(thing(1));
    await instance.bulkWrite([{ document: before }], 'insert');
    const update = (name: string) => ({ previous: before, document: data({ ...thing(1), name }, before) });
    await instance.bulkWrite([update('first'), update('second')], 'twice');
    expect(await bySize(instance, 'second')).toEqual(['t000001']);
    expect(await bySize(instance, 'first')).toEqual([]);
    expect(await bySize(instance, 'name 1')).toEqual([]);
  });

  it('when `previous` was changed in the hands of its caller, with the right revision', async () => {
    const instance = await open(sqlite);
    const before = data(thing(1));
    await instance.bulkWrite([{ document: before }], 'insert');
    const mutated = { ...before, name: 'new name' };
    const { error } = await instance.bulkWrite(
      [{ previous: mutated, document: data({ ...thing(1), name: 'new name' }, before) }],
      'mutated',
    );
    expect(error).toEqual([]);
    expect(await bySize(instance, 'new name')).toEqual(['t000001']);
    expect(await bySize(instance, 'name 1')).toEqual([]);
  });
});

describe('documents and names of any shape', () => {
  /** Levels of lists and maps inside each other. */
  function deep(levels: number): unknown {
    let tree: unknown = { leaf: 'at "the\\" end' };
    for (let level = 0; level < levels; level += 1) tree = level % 2 === 0 ? { '{[': tree } : [tree, ']'];
    return tree;
  }

  it.each([850, 897, 898, 899, 900, 901, 1_100, 1_500])(
    'a document of %d levels is kept, and harms nobody',
    async (levels) => {
      const instance = await open(sqlite);
      await fill(instance, 5);
      const document = data({ ...thing(99), tree: deep(levels) });
      expect((await instance.bulkWrite([{ document }], 'deep')).error).toEqual([]);
      const [held] = await instance.findDocumentsById([document.id], false);
      expect(JSON.stringify(held)).toBe(JSON.stringify(document));
      expect(await ids(instance, asked({ selector: { size: { $gte: 3 } } }))).toEqual([
        't000003',
        't000004',
        't000099',
      ]);
      const next = data({ ...thing(99), name: 'renamed', tree: deep(levels) }, document);
      expect((await instance.bulkWrite([{ previous: document, document: next }], 'again')).error).toEqual([]);
      expect(await ids(instance, asked({ selector: { name: 'renamed' } }))).toEqual(['t000099']);
      const changed = await instance.getChangedDocumentsSince?.(10);
      expect(JSON.stringify(changed?.documents.at(-1)?.tree)).toBe(JSON.stringify(next.tree));
    },
  );

  it('a document too deep to be written is refused as that, and what comes beside it stays out', async () => {
    const instance = await open(sqlite);
    await fill(instance, 3);
    const rows = [{ document: data(thing(98)) }, { document: data({ ...thing(99), tree: deep(10_000) }) }];
    await expect(instance.bulkWrite(rows, 'deep')).rejects.toMatchObject({
      name: 'StoreError',
      code: 'too-deep',
    });
    expect(await ids(instance, asked({ selector: { size: { $gte: 2 } } }))).toEqual(['t000002']);
    expect((await instance.bulkWrite(rows.slice(0, 1), 'again')).error).toEqual([]);
  });

  it.each(['ü'.repeat(60), 'n'.repeat(250), '日本'.repeat(80), 'a/b\\c:d*e?f'])(
    'a database named %s',
    async (name) => {
      const instance = await open(sqlite, name);
      await fill(instance, 1);
      await instance.close();
      const again = await open(sqlite, name);
      expect(await again.findDocumentsById(['t000000'], false)).toHaveLength(1);
    },
  );

  it('databases whose names differ only in case have files that a disk which folds case tells apart', async () => {
    const files = () => readdirSync(directory.path).filter((file) => file.endsWith('.db'));
    const before = files().length;
    for (const name of ['Workspace', 'workspace', 'WORKSPACE']) await fill(await open(sqlite, name), 1);
    expect(files()).toHaveLength(before + 3);
    expect(new Set(files().map((file) => file.toLowerCase())).size).toBe(before + 3);
  });
});

describe('a long question', () => {
  it('leaves turns to others, answers of one moment, and ends with its instance', async () => {
    const instance = await open(sqlite);
    await fill(instance, 12_000);
    const query = asked({ selector: { name: { $regex: '9$' } } });
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 1);
    const asking = ids(instance, query);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await instance.bulkWrite([{ document: data({ ...thing(50_009), name: 'late 9' }) }], 'meanwhile');
    expect(await asking).toHaveLength(1_201);
    clearInterval(turning);
    expect(turns).toBeGreaterThan(1);
    const given = ids(instance, query).catch((error: unknown) => error);
    await new Promise((resolve) => setImmediate(resolve));
    await instance.close();
    expect(await given).toMatchObject({ code: 'closed' });
  });
});
