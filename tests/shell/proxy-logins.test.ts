import { mkdtemp, readFile, readlink, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProxyLogins, type Tried } from '@main/shell/proxy/proxy-logins';
import { createProxyKeeper, type ProxyLogin } from '@main/workspace/proxy-logins';
import type { Workspace } from '@main/workspace/workspace';
import type { ProxyAsked } from '@shared/contract/proxy-calls';
import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';

const [key, otherKey] = ['ab'.repeat(32), 'cd'.repeat(32)];
let directory = '';
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'tenantry-proxy-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const at = (databaseKey: string) =>
  createProxyKeeper(
    { directory, info: { id: 'acme-0a1b2c' } } as Pick<Workspace, 'directory' | 'info'>,
    databaseKey,
  );
const ada: ProxyLogin = { user: 'ada', password: 'marble' };
const challenge = {
  ...{ url: 'https://api.example.com/v1/users', isProxy: true, host: 'proxy.corp', port: 8080 },
  ...{ realm: 'Corp', first: true },
};
const proxy = 'proxy.corp:8080';

/** Logins at a proxy that takes this password. */
function logins(password: string, keeper = at(key)) {
  const tried: string[] = [];
  const told: (ProxyAsked | null)[] = [];
  const made = createProxyLogins({
    tryOut: async (_url, where, login): Promise<Tried> => {
      tried.push(`${where} ${login.password}`);
      return login.password === password ? 'taken' : 'refused';
    },
    onAsked: () => told.push(made.asked(keeper)),
  });
  return {
    asked: () => made.asked(keeper),
    answer: (asked: typeof challenge) => made.answer(asked, keeper),
    kept: () => made.kept(keeper),
    forget: (from: string) => made.forget(from, keeper),
    give: (given: Parameters<typeof made.give>[0]) => made.give(given, keeper),
    ...{ tried, told },
  };
}

it('asks once however many requests meet the proxy, and answers nobody who is no proxy, or another one', async () => {
  const { answer, give, told } = logins('marble');
  expect(await Promise.all([answer(challenge), answer(challenge)])).toEqual([null, null]);
  expect(told).toEqual([{ proxy, realm: 'Corp', refused: false, mayKeep: true }]);
  expect(await give({ proxy: 'elsewhere:1', ...ada, keep: false })).toMatchObject({ ok: false });
  expect(await give({ proxy, ...ada, keep: false })).toMatchObject({ ok: true });
  expect(told.at(-1)).toBeNull();
  expect(await answer(challenge)).toEqual(ada);
  expect(await answer({ ...challenge, isProxy: false })).toBeNull();
  expect(await answer({ ...challenge, host: 'other.corp' })).toBeNull();
  expect(await at(key).read(proxy)).toBeNull();
});

it('keeps a login sealed under the key of the workspace, where that is wanted', async () => {
  const before = logins('marble');
  await before.answer(challenge);
  await before.give({ proxy, ...ada, keep: true });
  expect(await readFile(join(directory, 'proxy-logins.json'), 'utf8')).not.toMatch(/ada|marble|proxy/);
  expect(await at(otherKey).read(proxy)).toBeNull();
  const after = logins('marble');
  expect(await Promise.all([after.answer(challenge), after.answer(challenge)])).toEqual([ada, ada]);
  // One of them tried it for both.
  expect(after.tried).toEqual([`${proxy} marble`]);
  expect(after.told).toEqual([]);
});

it('tells who is kept at which proxy, never the password, and forgets one alone', async () => {
  const { answer, give, forget, asked } = logins('marble');
  await at(key).keep('other.corp:3128', { user: 'bo', password: 'flint' });
  await answer(challenge);
  await give({ proxy, ...ada, keep: true });
  expect(await at(key).list()).toEqual([
    { proxy: 'other.corp:3128', user: 'bo' },
    { proxy, user: 'ada' },
  ]);
  expect(await forget(proxy)).toMatchObject({ ok: true });
  expect(await at(key).list()).toEqual([{ proxy: 'other.corp:3128', user: 'bo' }]);
  expect([await answer(challenge), asked()]).toMatchObject([null, { proxy, refused: false }]);
});

it('says so where the disk does not let a login be forgotten, and goes on by it', async () => {
  const full = async (): Promise<void> => {
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  };
  await at(key).keep(proxy, ada);
  const { answer, forget } = logins('marble', { ...at(key), keep: full });
  expect(await forget(proxy)).toMatchObject({ error: { code: 'disk-full' } });
  expect(await answer(challenge)).toEqual(ada);
});

it('what cannot be read now is neither told as none nor written over', async () => {
  await at(key).keep('other.corp:3128', { user: 'bo', password: 'flint' });
  const file = join(directory, 'proxy-logins.json');
  await rename(file, `${file}.kept`);
  // Reading it fails as a failing disk does.
  await symlink('/proc/self/mem', file);
  const { answer, give, kept } = logins('marble');
  expect(await kept()).toMatchObject({ error: { code: 'disk-error' } });
  expect(await answer(challenge)).toBeNull();
  expect(await give({ proxy, ...ada, keep: true })).toMatchObject({ error: { code: 'disk-error' } });
  expect(await readlink(file)).toBe('/proc/self/mem');
  // It was taken all the same, and goes for this run.
  expect(await answer(challenge)).toEqual(ada);
  await rename(`${file}.kept`, file);
  expect(await kept()).toEqual({ ok: true, value: [{ proxy: 'other.corp:3128', user: 'bo' }] });
});

it('asks again for a login that is refused, tries it no second time, and forgets it', async () => {
  await at(key).keep(proxy, ada);
  const { answer, give, tried, asked } = logins('granite');
  expect(await answer(challenge)).toBeNull();
  expect(await answer(challenge)).toBeNull();
  expect(tried).toEqual([`${proxy} marble`]);
  expect(await give({ proxy, ...ada, keep: true })).toMatchObject({ error: { code: 'proxy-login' } });
  expect(await at(key).read(proxy)).toBeNull();
  expect(await give({ proxy, user: 'ada', password: 'granite', keep: true })).toMatchObject({ ok: true });
  // Changed at the proxy meanwhile.
  expect(await answer({ ...challenge, first: false })).toBeNull();
  expect(asked()).toMatchObject({ proxy, refused: true });
  expect(await at(key).read(proxy)).toBeNull();
});

it('asks for a login that is refused also where the disk does not let it be forgotten, and tries it no second time', async () => {
  await at(key).keep(proxy, ada);
  const full = async (): Promise<void> => {
    throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
  };
  const { answer, tried, told } = logins('granite', { ...at(key), keep: full });
  expect(await answer(challenge)).toBeNull();
  expect(await answer(challenge)).toBeNull();
  expect(tried).toEqual([`${proxy} marble`]);
  expect(told).toEqual([{ proxy, realm: 'Corp', refused: true, mayKeep: true }]);
});

/** The keeper of another workspace. */
async function beside() {
  const there = await mkdtemp(join(tmpdir(), 'tenantry-proxy-'));
  onTestFinished(() => rm(there, { recursive: true, force: true }));
  const info = { id: 'birch-0a1b2c' };
  return createProxyKeeper({ directory: there, info } as Pick<Workspace, 'directory' | 'info'>, otherKey);
}

it('keeps a login beside the workspace in whose window it was given, and answers both open ones by it', async () => {
  const other = await beside();
  const made = createProxyLogins({ tryOut: async (): Promise<Tried> => 'taken', onAsked: () => undefined });
  await made.answer(challenge, at(key));
  expect(made.asked(null)).toMatchObject({ proxy, mayKeep: false });
  await made.give({ proxy, ...ada, keep: true }, other);
  expect([await at(key).read(proxy), await other.read(proxy)]).toEqual([null, ada]);
  expect([await made.answer(challenge, at(key)), await made.answer(challenge, other)]).toEqual([ada, ada]);
});

it('asks no more in any window once a login that another open workspace keeps is taken', async () => {
  const other = await beside();
  await other.keep(proxy, ada);
  const told: (ProxyAsked | null)[] = [];
  const made = createProxyLogins({
    tryOut: async (): Promise<Tried> => 'taken',
    onAsked: () => told.push(made.asked(at(key))),
  });
  expect(await made.answer(challenge, at(key))).toBeNull();
  expect(told).toMatchObject([{ proxy }]);
  expect(await made.answer(challenge, other)).toEqual(ada);
  expect(told.slice(1)).toEqual([null]);
  expect(await made.answer(challenge, at(key))).toEqual(ada);
});
