/** A process that opens a store file, backs it up, says so, and keeps it until it is killed. */
import { backUp } from '../../../src-main/store/sqlite-storage/back-up';
import { openStoreFile } from '../../../src-main/store/sqlite-storage/open-store-file';
import { sqlcipherDriver } from '../../../src-main/store/sqlite-storage/sqlcipher-driver';

const [path = '', key = ''] = process.argv.slice(2);
const file = openStoreFile(path, key, sqlcipherDriver);
await backUp(file, key, `${path}.backup`);
process.send?.('open');
// Referring to the file keeps it from being collected, which would close it.
setInterval(() => file.path, 1000);
