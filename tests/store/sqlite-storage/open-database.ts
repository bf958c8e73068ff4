import {
  createRxDatabase,
  type RxCollection,
  type RxDatabase,
  type RxJsonSchema,
  type RxStorage,
} from 'rxdb';
import type { SqlDriver } from '../../../src-main/store/sqlite-storage/driver';
import { getRxStorageSQLite } from '../../../src-main/store/sqlite-storage/rx-storage-sqlite';
import { KEY } from './temp-store';

/** A membership, as far as the storage's own tests need one. */
export interface Membership {
  readonly id: string;
  readonly organizationId: string;
  readonly userName: string;
  readonly email: string;
  readonly role: string;
  readonly state: string;
  readonly updatedAt: number;
  readonly note?: string;
}

/** Where a sync has got to: written together with the rows it covers. */
export interface Cursor {
  readonly id: string;
  readonly position: number;
}

const text = (maxLength: number) => ({ type: 'string', maxLength }) as const;

export const MEMBERSHIP_SCHEMA: RxJsonSchema<Membership> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: text(60),
    organizationId: text(40),
    userName: text(100),
    email: text(100),
    role: text(20),
    state: text(20),
    updatedAt: { type: 'integer', minimum: 0, maximum: 1e15, multipleOf: 1 },
    note: { type: 'string' },
  },
  required: ['id', 'organizationId', 'userName', 'email', 'role', 'state', 'updatedAt'],
  indexes: [
    'userName',
    ['state', 'userName'],
    ['role', 'userName'],
    ['organizationId', 'userName'],
    'updatedAt',
  ],
};

const CURSOR_SCHEMA: RxJsonSchema<Cursor> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: { id: text(40), position: { type: 'number' } },
  required: ['id', 'position'],
};

export type Collections = {
  readonly memberships: RxCollection<Membership>;
  readonly cursors: RxCollection<Cursor>;
};

/** A database as the app would open it: two collections, searchable names, counted roles and states. */
export async function openDatabase(
  directory: string,
  name = 'workspace',
  driver?: SqlDriver,
): Promise<RxDatabase<Collections>> {
  const storage = getRxStorageSQLite({
    directory,
    key: KEY,
    ...(driver && { driver }),
    text: { memberships: ['userName', 'email'] },
    facets: { memberships: ['role', 'state'] },
  });
  const database = await createRxDatabase<Collections>({
    name,
    storage: storage as unknown as RxStorage<unknown, unknown>,
    multiInstance: false,
    allowSlowCount: true,
  });
  await database.addCollections({
    memberships: { schema: MEMBERSHIP_SCHEMA },
    cursors: { schema: CURSOR_SCHEMA },
  });
  return database;
}

const FIRST = ['Ann', 'Zoë', 'Cleo', 'Dan', 'Søren', 'Finn', 'Łukasz', 'Hana'];
const LAST = ['Smith', 'Müller', 'García', 'Rossi', 'Novák', 'Kim'];

/** The membership of a given number: always the same one. */
export function membership(index: number): Membership {
  const name = `${FIRST[index % 8]} ${LAST[index % 6]}`;
  return {
    id: `m${String(index).padStart(6, '0')}`,
    organizationId: `org${index % 10}`,
    userName: name,
    email: `user${index}@acme${index % 3}.example`,
    role: index % 10 === 0 ? 'admin' : 'member',
    state: index % 5 === 0 ? 'pending' : 'synced',
    updatedAt: 1_700_000_000_000 + index,
  };
}
