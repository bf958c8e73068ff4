import { addRxPlugin, createRxDatabase, type RxCollection, type RxJsonSchema, type RxStorage } from 'rxdb';
import { RxDBMigrationSchemaPlugin } from 'rxdb/plugins/migration-schema';
import { getRxStorageSQLite } from '../../../src-main/store/sqlite-storage/rx-storage-sqlite';
import { KEY } from './temp-store';

addRxPlugin(RxDBMigrationSchemaPlugin);

export const COUNT = 400;

/** A person of either schema version: version 1 calls the name a label. */
export interface Person {
  readonly id: string;
  readonly name?: string;
  readonly label?: string;
}

function schema(version: 0 | 1): RxJsonSchema<Person> {
  const text = { type: 'string', maxLength: 40 } as const;
  return {
    version,
    primaryKey: 'id',
    type: 'object',
    properties: { id: text, ...(version === 0 ? { name: text } : { label: text }) },
    required: ['id', version === 0 ? 'name' : 'label'],
    indexes: [version === 0 ? 'name' : 'label'],
  } as RxJsonSchema<Person>;
}

/** Opens the database at a schema version, its migration not yet begun; `onMigrated` hears of each document. */
export async function openAtVersion(
  directory: string,
  version: 0 | 1,
  onMigrated: () => void = () => undefined,
) {
  const database = await createRxDatabase<{ people: RxCollection<Person> }>({
    name: 'versioned',
    storage: getRxStorageSQLite({ directory, key: KEY }) as unknown as RxStorage<unknown, unknown>,
    multiInstance: false,
  });
  await database.addCollections({
    people: {
      schema: schema(version),
      autoMigrate: false,
      migrationStrategies:
        version === 0
          ? {}
          : {
              1: ({ name, ...person }: Person) => {
                onMigrated();
                return { ...person, label: name };
              },
            },
    },
  });
  return database;
}
