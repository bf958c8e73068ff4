import { fork } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStoreFile } from '../../../src-main/store/sqlite-storage/open-store-file';
import { sqlcipherDriver } from '../../../src-main/store/sqlite-storage/sqlcipher-driver';
import type { StoreErrorCode } from '../../../src-main/store/sqlite-storage/store-error';
import { KEY, OTHER_KEY, tempDirectory } from './temp-store';

const directory = tempDirectory();
afterAll(() => directory.remove());

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(directory.path).sort()) {
    hash.update(name).update(readFileSync(join(directory.path, name)));
  }
  return hash.digest('hex');
}

function makeStore(name: string): string {
  const path = join(directory.path, name);
  const file = openStoreFile(path, KEY, sqlcipherDriver);
  file.exec('CREATE TABLE filler (text)');
  for (let row = 0; row < 200; row += 1) file.run('INSERT INTO filler VALUES (?)', ['x'.repeat(400)]);
  file.close();
  return path;
}

/** The refusal's code, after checking that it says what to do and left every byte in place. */
function refusal(path: string, key: string): StoreErrorCode | undefined {
  const before = fingerprint();
  try {
    openStoreFile(path, key, sqlcipherDriver).close();
    return undefined;
  } catch (error) {
    expect(error).toMatchObject({ name: 'StoreError', message: expect.stringMatching(/\. [A-Z].+\.$/) });
    expect(fingerprint()).toBe(before);
    return (error as { readonly code: StoreErrorCode }).code;
  }
}

describe('opening a store file', () => {
  it('refuses a wrong key and changes nothing', () => {
    expect(refusal(makeStore('wrong.db'), OTHER_KEY)).toBe('wrong-key');
  });

  it('refuses a key that is not 64 hexadecimal digits', () => {
    expect(refusal(join(directory.path, 'never.db'), 'secret')).toBe('wrong-key');
  });

  it('refuses a plain SQLite file', () => {
    const path = join(directory.path, 'plain.db');
    writeFileSync(path, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8192)]));
    expect(refusal(path, KEY)).toBe('not-encrypted');
  });

  it.each([
    ['zeros', Buffer.alloc(8_192)],
    ['a text', Buffer.from('Dear all,\n'.repeat(2_048))],
    ['an image', Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), randomBytes(8_188)])],
    ['a cut-off database', readFileSync(makeStore('whole.db')).subarray(4_096, 9_000)],
    ['a few bytes', Buffer.from('x')],
  ])('refuses %s as no database, whatever the key', (name, bytes) => {
    const path = join(directory.path, `${name}.db`);
    writeFileSync(path, bytes);
    expect(refusal(path, KEY)).toBe('not-encrypted');
  });

  it('cannot tell whole pages of random bytes from a database under another key', () => {
    const path = join(directory.path, 'random.db');
    writeFileSync(path, randomBytes(8_192));
    expect(refusal(path, KEY)).toBe('wrong-key');
  });

  it('tells a damaged first page from a wrong key', () => {
    const path = makeStore('damaged.db');
    const bytes = readFileSync(path);
    bytes.writeUInt8(bytes.readUInt8(1000) ^ 1, 1000);
    writeFileSync(path, bytes);
    expect(refusal(path, KEY)).toBe('damaged');
    expect(refusal(path, OTHER_KEY)).toBe('wrong-key');
  });

  it('refuses a file that another process holds and has backed up, and opens it once that is gone', async () => {
    const path = makeStore('shared.db');
    const holder = fork(join(import.meta.dirname, 'hold-store.ts'), [path, KEY], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    await once(holder, 'message');
    expect(refusal(path, KEY)).toBe('locked');
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect(refusal(path, KEY)).toBeUndefined();
  });

  it('reads no plaintext from the file', () => {
    const bytes = readFileSync(makeStore('sealed.db'));
    expect(bytes.includes('xxxxxxxx')).toBe(false);
    expect(bytes.includes('SQLite format 3')).toBe(false);
  });
});
