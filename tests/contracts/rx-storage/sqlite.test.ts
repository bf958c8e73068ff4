import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RxStorage } from 'rxdb';
import { getRxStorageSQLite } from '../../../src-main/store/sqlite-storage/rx-storage-sqlite';
import { describeRxStorage } from './rx-storage-contract';

const directory = mkdtempSync(join(tmpdir(), 'rx-storage-sqlite-'));

describeRxStorage({
  name: 'SQLCipher',
  open: () => getRxStorageSQLite({ directory, key: '5a'.repeat(32) }) as unknown as RxStorage<unknown, never>,
  clean: async () => rmSync(directory, { recursive: true, force: true }),
  keeps: { dataAcrossRestarts: true, pagedCounts: true, attachmentErrors: true, attachmentDigests: true },
});
