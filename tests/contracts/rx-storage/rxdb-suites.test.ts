import { addRxPlugin, type RxCollection, type RxStorage, randomDelayStorage } from 'rxdb';
import { disableWarnings, RxDBDevModePlugin } from 'rxdb/plugins/dev-mode';
import { RxDBLocalDocumentsPlugin } from 'rxdb/plugins/local-documents';
import { replicateRxCollection } from 'rxdb/plugins/replication';
import {
  getPullHandler,
  getPullStream,
  getPushHandler,
  humansCollection,
  runPerformanceTests,
  runReplicationBaseTestSuite,
  setConfig,
} from 'rxdb/plugins/test-utils';
import { RxDBUpdatePlugin } from 'rxdb/plugins/update';
import { wrappedValidateAjvStorage } from 'rxdb/plugins/validate-ajv';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getRxStorageSQLite } from '../../../src-main/store/sqlite-storage/rx-storage-sqlite';
import { KEY, tempDirectory } from '../../store/sqlite-storage/temp-store';

// RxDB's suites are written for runners with global functions.
Object.assign(globalThis, { describe, it });
disableWarnings();
addRxPlugin(RxDBDevModePlugin);
addRxPlugin(RxDBLocalDocumentsPlugin);
addRxPlugin(RxDBUpdatePlugin);

type Storage = RxStorage<unknown, unknown>;
type Humans = RxCollection<{ readonly passportId: string }>;

const directory = tempDirectory();
afterAll(() => directory.remove());

const plain = getRxStorageSQLite({ directory: directory.path, key: KEY }) as unknown as Storage;
const delayed = randomDelayStorage({
  storage: plain,
  delayTimeBefore: () => Math.ceil(Math.random() * 4),
  delayTimeAfter: () => Math.ceil(Math.random() * 4),
}) as Storage;

describe.each<[string, Storage]>([
  ['the storage', plain],
  ['the storage behind random delays', delayed],
])("RxDB's own suites on %s", (name, storage) => {
  let server: Humans;

  const createServer = async (): Promise<Humans> =>
    (await humansCollection.create(0, undefined, false)) as unknown as Humans;
  const replicate = (collection: RxCollection, live: boolean) =>
    replicateRxCollection<{ readonly passportId: string }, unknown>({
      replicationIdentifier: 'suite',
      collection: collection as unknown as Humans,
      live,
      waitForLeadership: false,
      retryTime: 50,
      pull: { handler: getPullHandler(server), stream$: getPullStream(server) },
      push: { handler: getPushHandler(server) },
    });

  beforeAll(async () => {
    setConfig({
      storage: {
        name,
        getStorage: () => wrappedValidateAjvStorage({ storage }),
        getPerformanceStorage: () => ({ storage, description: name }),
        hasPersistence: true,
        hasMultiInstance: false,
        hasAttachments: true,
        hasReplication: true,
      },
    } as unknown as Parameters<typeof setConfig>[0]);
    server = await createServer();
  });
  afterAll(async () => {
    await server.database.remove();
  });

  runReplicationBaseTestSuite({
    startReplication: (collection) => replicate(collection, true),
    syncOnce: async (collection) => {
      const replication = replicate(collection, false);
      await replication.awaitInitialReplication();
      await replication.cancel();
    },
    getAllServerDocs: async () => (await server.find().exec()).map((document) => document.toJSON()),
    cleanUpServer: async () => {
      await server.database.remove();
      server = await createServer();
    },
    getPrimaryOfServerDoc: ({ passportId }) => passportId,
  });

  it('runs the performance suite', async () => {
    const result = await runPerformanceTests(wrappedValidateAjvStorage({ storage }), name, {
      runs: 1,
      collectionsAmount: 2,
      docsAmount: 60,
      serialDocsAmount: 4,
      parallelQueryAmount: 2,
      insertBatches: 2,
      waitBetweenTests: 0,
      log: false,
    });
    expect(result).toMatchObject({ docsAmount: 60 });
  });
});
