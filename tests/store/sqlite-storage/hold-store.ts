/** A process that opens a store file, says so, and keeps it until it is killed. */
import { openStoreFile } from '../../../src-main/store/sqlite-storage/open-store-file';
import { sqlcipherDriver } from '../../../src-main/store/sqlite-storage/sqlcipher-driver';

const [path = '', key = ''] = process.argv.slice(2);
const file = openStoreFile(path, key, sqlcipherDriver);
process.send?.('open');
// Referring to the file keeps it from being collected, which would close it.
setInterval(() => file.path, 1000);
