import {
  fillWithDefaultSettings,
  type MangoQuery,
  normalizeMangoQuery,
  prepareQuery,
  type RxDocumentData,
  type RxJsonSchema,
  type RxStorage,
  type RxStorageInstance,
  randomToken,
} from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { getRxStorageSQLite } from '../../../src-main/store/sqlite-storage/rx-storage-sqlite';
import { type Random, type RandomFields, randomFields, randomQuery, seeded } from './random-queries';
import { KEY } from './temp-store';

type Schema = RxJsonSchema<RxDocumentData<RandomFields>>;
type Instance = RxStorageInstance<RandomFields, unknown, never>;

const text = { type: 'string', maxLength: 20 } as const;
const number = { type: 'number', minimum: -1e21, maximum: 1e21, multipleOf: 0.01 } as const;
const PROPERTIES = {
  id: { type: 'string', maxLength: 20 },
  a: text,
  b: number,
  d: text,
  n: { type: 'object', properties: { x: number } },
} as const;

function schema(indexes: readonly (readonly string[])[]): Schema {
  return fillWithDefaultSettings({
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: PROPERTIES,
    required: ['id'],
    indexes,
  } as unknown as RxJsonSchema<RandomFields>);
}

/** The memory storage answers from an index as if missing were empty; without indexes it uses the matcher. */
const UNINDEXED = schema([]);
const INDEXED = schema([['a', 'b'], ['b'], ['n.x', 'a'], ['d', 'a']]);

async function instanceOn(storage: unknown, asSchema: Schema, name: string): Promise<Instance> {
  return (await (storage as RxStorage<unknown, never>).createStorageInstance<RandomFields>({
    databaseInstanceToken: name,
    databaseName: name,
    collectionName: 'things',
    schema: asSchema,
    options: {} as never,
    multiInstance: false,
    devMode: false,
  })) as Instance;
}

function documents(random: Random, count: number, wild: boolean): RxDocumentData<RandomFields>[] {
  return Array.from({ length: count }, (_, index) => {
    const id = `${index}${random() < 0.2 ? '😀' : ''}${random() < 0.1 ? '～' : ''}`;
    return {
      ...randomFields(random, id, wild),
      _deleted: random() < 0.1,
      _attachments: {},
      _rev: '1-a',
      _meta: { lwt: 1_700_000_000_000 },
    };
  });
}

/** What a storage answers: ids in order and the count, or that it refused. */
async function answer(
  instance: Instance,
  asSchema: Schema,
  query: MangoQuery<RandomFields>,
): Promise<string> {
  try {
    const normal = normalizeMangoQuery(UNINDEXED, query);
    const prepared = prepareQuery(asSchema, normal);
    const found = await instance.query(prepared);
    const { skip: _skip, limit: _limit, ...whole } = normal;
    const counted = await instance.count(prepareQuery(asSchema, { ...whole, skip: 0 }));
    return JSON.stringify({ ids: found.documents.map(({ id }) => id), count: counted.count });
  } catch {
    return 'refused';
  }
}

/** A query that two storages answered differently. */
export interface Difference {
  readonly seed: number;
  readonly query: MangoQuery<RandomFields>;
  readonly sqlite: string;
  readonly memory: string;
}

/** Asks both storages the same random queries over the same random documents; gives back all disagreements. */
export async function compareWithMemory(
  seed: number,
  directory: string,
  size: { readonly documents: number; readonly queries: number },
): Promise<readonly Difference[]> {
  const random = seeded(seed);
  const name = `random${randomToken(6)}`;
  const sqlite = await instanceOn(getRxStorageSQLite({ directory, key: KEY }), INDEXED, name);
  const memory = await instanceOn(getRxStorageMemory(), UNINDEXED, name);
  const rows = documents(random, size.documents, seed % 2 === 1).map((document) => ({ document }));
  for (const instance of [sqlite, memory]) await instance.bulkWrite(structuredClone(rows), 'fill');
  const differences: Difference[] = [];
  for (let index = 0; index < size.queries; index += 1) {
    const query = randomQuery(random);
    const answers = {
      sqlite: await answer(sqlite, INDEXED, query),
      memory: await answer(memory, UNINDEXED, query),
    };
    if (answers.sqlite !== answers.memory) differences.push({ seed, query, ...answers });
  }
  await sqlite.remove();
  await memory.remove();
  return differences;
}
