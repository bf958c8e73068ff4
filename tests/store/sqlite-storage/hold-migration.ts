/** A process that migrates, and says so after a number of documents: then it is killed. */
import { openAtVersion } from './versioned-database';

const [directory = '', documents = '0'] = process.argv.slice(2);
let migrated = 0;
const database = await openAtVersion(directory, 1, () => {
  migrated += 1;
  if (migrated === Number(documents)) process.send?.('enough');
});
await database.people.migratePromise(20);
