import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { RxStorage } from 'rxdb';
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie';
import { describeRxStorage } from './rx-storage-contract';

let indexedDB = new IDBFactory();

describeRxStorage({
  name: "RxDB's Dexie storage",
  open: () => getRxStorageDexie({ indexedDB, IDBKeyRange }) as unknown as RxStorage<unknown, never>,
  clean: async () => {
    indexedDB = new IDBFactory();
  },
  keeps: { dataAcrossRestarts: true, pagedCounts: false, attachmentErrors: false, attachmentDigests: false },
});
