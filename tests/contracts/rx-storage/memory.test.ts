import type { RxStorage } from 'rxdb';
import { getRxStorageMemory } from 'rxdb/plugins/storage-memory';
import { describeRxStorage } from './rx-storage-contract';

describeRxStorage({
  name: "RxDB's memory storage",
  open: () => getRxStorageMemory() as unknown as RxStorage<unknown, never>,
  clean: async () => undefined,
  keeps: { dataAcrossRestarts: false, pagedCounts: false, attachmentErrors: false, attachmentDigests: true },
});
