/** A process that opens a store file, says so, and keeps it until it is killed. */
import { openStoreFile } from '../../../src-main/store/sqlite-storage/open-store-file';
import { sqlcipherDriver } from '../../../src-main/store/sqlite-storage/sqlcipher-driver';

const [path = '', key = ''] = process.argv.slice(2);
openStoreFile(path, key, sqlcipherDriver);
process.send?.('open');
setInterval(() => undefined, 1000);
