import {
  addRxPlugin,
  createRxDatabase,
  type MangoQuery,
  type RxCollection,
  type RxJsonSchema,
  type RxStorage,
  randomToken,
} from 'rxdb';
import { RxDBAttachmentsPlugin } from 'rxdb/plugins/attachments';
import { wrappedAttachmentsCompressionStorage } from 'rxdb/plugins/attachments-compression';
import { wrappedKeyEncryptionCryptoJsStorage } from 'rxdb/plugins/encryption-crypto-js';
import { wrappedKeyCompressionStorage } from 'rxdb/plugins/key-compression';
import { RxDBMigrationSchemaPlugin } from 'rxdb/plugins/migration-schema';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import {
  exposeRxStorageRemote,
  getRxStorageRemote,
  type MessageFromRemote,
  type MessageToRemote,
} from 'rxdb/plugins/storage-remote';
import { type HumanDocumentType, schemaObjects, schemas } from 'rxdb/plugins/test-utils';
import { Subject } from 'rxjs';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { countFacets } from '../../../src-main/store/sqlite-storage/count-facets';
import { getRxStorageSQLite } from '../../../src-main/store/sqlite-storage/rx-storage-sqlite';
import { searchIds } from '../../../src-main/store/sqlite-storage/search-ids';
import { KEY, tempDirectory } from '../../store/sqlite-storage/temp-store';

addRxPlugin(RxDBAttachmentsPlugin);
addRxPlugin(RxDBMigrationSchemaPlugin);

type Storage = RxStorage<unknown, unknown>;
type Humans = RxCollection<HumanDocumentType>;
type Wrap = (storage: Storage) => Storage;

const directory = tempDirectory();
afterAll(() => directory.remove());
const sqlite = getRxStorageSQLite({ directory: directory.path, key: KEY }) as unknown as Storage;

/** The storage at the far end of a channel that carries JSON only, as a websocket does. */
const remote: Wrap = (storage) => {
  const [to, from] = [new Subject<MessageToRemote>(), new Subject<MessageFromRemote>()];
  const asText = <T>(message: T): T => JSON.parse(JSON.stringify(message)) as T;
  exposeRxStorageRemote({ storage, messages$: to, send: (message) => from.next(asText(message)) });
  return getRxStorageRemote({
    identifier: randomToken(8),
    messageChannelCreator: async () => ({
      messages$: from,
      send: (message) => to.next(asText(message)),
      close: async () => undefined,
    }),
  }) as unknown as Storage;
};

interface Setting {
  readonly name: string;
  readonly wrap: Wrap;
  readonly schema: (schema: RxJsonSchema<HumanDocumentType>) => RxJsonSchema<HumanDocumentType>;
  readonly multiInstance: boolean;
  readonly password?: string;
  /** The channel carries no binary data. */
  readonly textOnly?: boolean;
}

const asIs = <T>(value: T): T => value;
const compressed: Wrap = (storage) => wrappedKeyCompressionStorage({ storage }) as unknown as Storage;
const encrypted: Wrap = (storage) => wrappedKeyEncryptionCryptoJsStorage({ storage }) as unknown as Storage;
const withKeys: Setting['schema'] = (schema) => ({ ...schema, keyCompression: true });
const withSecrets: Setting['schema'] = (schema) => ({ ...schema, encrypted: ['lastName'] });

const settings: readonly Setting[] = [
  { name: 'alone', wrap: asIs, schema: asIs, multiInstance: false },
  { name: 'alone, multi-instance', wrap: asIs, schema: asIs, multiInstance: true },
  { name: 'key compression', wrap: compressed, schema: withKeys, multiInstance: false },
  { name: 'key compression, multi-instance', wrap: compressed, schema: withKeys, multiInstance: true },
  {
    name: 'field encryption',
    wrap: encrypted,
    schema: withSecrets,
    multiInstance: false,
    password: 'password-1',
  },
  { name: 'a remote over JSON', wrap: remote, schema: asIs, multiInstance: false, textOnly: true },
  {
    name: 'key compression over a remote',
    wrap: (storage) => compressed(remote(storage)),
    schema: withKeys,
    multiInstance: false,
    textOnly: true,
  },
];

async function humans(storage: Storage, setting: Setting, name = randomToken(10)): Promise<Humans> {
  const database = await createRxDatabase<{ humans: Humans }>({
    name,
    storage: setting.wrap(storage),
    multiInstance: setting.multiInstance,
    ...(setting.password !== undefined && { password: setting.password }),
  });
  onTestFinished(() => database.close().then(() => undefined));
  const schema = setting.schema({
    ...schemas.humanDefault,
    attachments: {},
  } as RxJsonSchema<HumanDocumentType>);
  await database.addCollections({ humans: { schema } });
  return database.humans;
}

const people = Array.from({ length: 60 }, (_, index) => ({
  ...schemaObjects.humanData(`person-${String(index).padStart(3, '0')}`, index % 30),
  firstName: `First ${index % 7}`,
  lastName: `Last ${index}`,
}));

const queries: readonly MangoQuery<HumanDocumentType>[] = [
  {},
  { selector: { age: { $gte: 20 } }, sort: [{ age: 'desc' }, { passportId: 'asc' }] },
  { selector: { firstName: { $regex: '[35]$' } }, sort: [{ passportId: 'asc' }] },
  { selector: { firstName: { $regex: '^First 1' } }, sort: [{ passportId: 'desc' }], limit: 3 },
  {
    selector: { $or: [{ age: 3 }, { firstName: 'First 6' }] },
    skip: 2,
    limit: 5,
    sort: [{ passportId: 'asc' }],
  },
  { selector: { passportId: { $in: ['person-004', 'person-059', 'nobody'] } } },
];

/** One life of a collection: what each question answered, at each stage. */
async function life(collection: Humans, { textOnly = false }: Setting): Promise<unknown> {
  const seen: unknown[] = [];
  const ask = async (): Promise<void> => {
    for (const query of queries) {
      const found = await collection.find(query).exec();
      seen.push(found.map((document) => document.toJSON()));
      if (query.skip === undefined && query.limit === undefined)
        seen.push(
          await collection
            .count({ selector: query.selector ?? {} })
            .exec()
            .catch(() => 'slow'),
        );
    }
  };
  const inserted = await collection.bulkInsert(people);
  expect(inserted.error).toEqual([]);
  await ask();
  const one = await collection.findOne('person-004').exec(true);
  await one.incrementalPatch({ age: 29, firstName: 'First 5', lastName: 'Renamed' });
  await collection.bulkRemove(['person-006', 'person-007']);
  await ask();
  if (!textOnly) {
    const attachment = await one.getLatest().putAttachment({
      id: 'cat.txt',
      data: new Blob(['meow'], { type: 'text/plain' }),
      type: 'text/plain',
    });
    seen.push(await attachment.getStringData());
  }
  const again = await collection.bulkInsert(people.slice(0, 3));
  seen.push(again.error.map(({ status }) => status));
  return seen;
}

describe.each(settings)('RxDB over the storage: $name', (setting) => {
  it('lives as over its memory storage', async () => {
    const memory = getRxStorageMemory() as unknown as Storage;
    expect(await life(await humans(sqlite, setting), setting)).toEqual(
      await life(await humans(memory, setting), setting),
    );
  });

  it('keeps everything when it is closed and opened again', async () => {
    const name = randomToken(10);
    const first = await humans(sqlite, setting, name);
    await first.bulkInsert(people);
    await first.database.close();
    const second = await humans(sqlite, setting, name);
    expect(await second.find().exec()).toHaveLength(people.length);
    expect((await second.findOne('person-030').exec(true)).lastName).toBe('Last 30');
  });
});

describe('what reaches past a wrapper says so', () => {
  it('search, facets and joint writes are refused under key compression', async () => {
    const [, , setting] = settings;
    if (setting === undefined) throw new Error('a setting');
    const collection = await humans(sqlite, setting);
    await collection.bulkInsert(people);
    await expect(searchIds(collection, 'Last')).rejects.toThrow('key compression');
    await expect(countFacets(collection, 'firstName')).rejects.toThrow('key compression');
  });
});

describe('attachments', () => {
  it('are compressed and read again, and one that is under way is waited for by close', async () => {
    const name = randomToken(10);
    const setting = settings[0] as Setting;
    const wrap: Wrap = (storage) => wrappedAttachmentsCompressionStorage({ storage }) as unknown as Storage;
    const collection = await humans(sqlite, { ...setting, wrap }, name);
    await collection.bulkInsert(people.slice(0, 1));
    const one = await collection.findOne('person-000').exec(true);
    const text = 'purr '.repeat(10_000);
    await one.putAttachment({
      id: 'a.txt',
      data: new Blob([text], { type: 'text/plain' }),
      type: 'text/plain',
    });
    await collection.database.close();
    const again = await humans(sqlite, { ...setting, wrap }, name);
    const held = (await again.findOne('person-000').exec(true)).getAttachment('a.txt');
    expect(await held?.getStringData()).toBe(text);
  });

  it('a bulk with an attachment that is being read when the storage closes is written', async () => {
    const name = randomToken(10);
    const setting = settings[0] as Setting;
    const collection = await humans(sqlite, setting, name);
    await collection.bulkInsert(people.slice(0, 1));
    const instance = collection.storageInstance;
    const [held] = await instance.findDocumentsById(['person-000'], false);
    if (held === undefined) throw new Error('a document');
    const data = new Blob(['meow'], { type: 'text/plain' });
    const attachment = { data, digest: 'sha256-1', length: 4, type: 'text/plain' };
    const document = {
      ...held,
      _attachments: { 'b.txt': attachment },
      _rev: `2-${collection.database.token}`,
    };
    const writing = instance.bulkWrite([{ previous: held, document } as never], 'late');
    await instance.close();
    expect((await writing).error).toEqual([]);
  });
});

describe('a schema that moved on', () => {
  it.each(settings.filter(({ multiInstance }) => !multiInstance))('is migrated: $name', async (setting) => {
    const name = randomToken(10);
    const first = await humans(sqlite, setting, name);
    await first.bulkInsert(people);
    await first.database.close();
    const database = await createRxDatabase<{ humans: Humans }>({
      name,
      storage: setting.wrap(sqlite),
      multiInstance: false,
      ...(setting.password !== undefined && { password: setting.password }),
    });
    onTestFinished(() => database.close().then(() => undefined));
    const base = { ...schemas.humanDefault, attachments: {}, version: 1 } as RxJsonSchema<HumanDocumentType>;
    await database.addCollections({
      humans: {
        schema: setting.schema(base),
        migrationStrategies: {
          1: (old: HumanDocumentType) => ({ ...old, firstName: `${old.firstName} II` }),
        },
      },
    });
    const found = await database.humans.find({ selector: { firstName: { $regex: 'II$' } } }).exec();
    expect(found).toHaveLength(people.length);
  });
});
