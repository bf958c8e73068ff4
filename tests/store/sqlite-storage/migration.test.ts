import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempDirectory } from './temp-store';
import { COUNT, openAtVersion } from './versioned-database';

test('a migration to a new schema goes on after being killed, and loses nothing', async () => {
  const directory = tempDirectory();
  const old = await openAtVersion(directory.path, 0);
  await old.people.bulkInsert(
    Array.from({ length: COUNT }, (_, index) => ({ id: `p${index}`, name: `Person ${index}` })),
  );
  await old.close();
  const migrating = fork(join(import.meta.dirname, 'hold-migration.ts'), [directory.path, '60'], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(migrating, 'exit');
  migrating.on('message', () => migrating.kill('SIGKILL'));
  expect(await ended).toEqual([null, 'SIGKILL']);
  const database = await openAtVersion(directory.path, 1);
  await database.people.migratePromise();
  const people = await database.people.find().exec();
  expect(people).toHaveLength(COUNT);
  expect(people.every(({ id, label }) => label === `Person ${id.slice(1)}`)).toBe(true);
  await database.close();
  directory.remove();
}, 60_000);
