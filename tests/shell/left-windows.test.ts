import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addressOfPlace, placeOfAddress } from '@main/shell/page/page-address';
import { createLeftWindows } from '@main/shell/window/left-windows';
import { placeWindow } from '@main/shell/window/window-bounds';
import { createWindowsKeeper, type KeptWindow } from '@main/workspace/kept-windows';
import { WorkspaceId } from '@shared/domain/ids';
import { expect, it, onTestFinished, vi } from 'vitest';
import { temporaryFolder } from '../support/folders/temporary-folder';

const [acme, birch] = ['acme-0a1b2c', 'birch-0a1b2c'].map((id) => WorkspaceId.parse(id)) as [
  WorkspaceId,
  WorkspaceId,
];
const [key, otherKey] = ['ab'.repeat(32), 'cd'.repeat(32)];
const bounds = { x: 40, y: 60, width: 1100, height: 700, maximized: false };
const people: KeptWindow = { ...bounds, hash: '#/people?text=canary', scope: 'org_canary' };
const roles: KeptWindow = { ...bounds, x: 300, maximized: true, hash: '#/roles', scope: '' };
const nowhere = { hash: '', scope: '' };
const problem = (error: unknown): never => {
  throw error;
};

/** The windows of a group on a real folder, as they are at a start. */
function aStart(directory: string, id = acme, databaseKey = key) {
  const keeper = createWindowsKeeper({ directory, info: { id } as never }, databaseKey);
  const shown: KeptWindow[] = [{ ...bounds, hash: '#/overview', scope: '' }];
  const left = createLeftWindows({
    open: () => ({ id, keeper }),
    now: () => [...shown],
    bringBack: (windows) => shown.splice(0, shown.length, ...windows),
    onFailure: problem,
  });
  // What is told late is told before the folder goes.
  onTestFinished(async () => {
    left.leave();
    await left.written();
  });
  return { keeper, shown, left };
}

it('windows come back where they were left, each with its place, and nobody reads of it without the key of the database', async () => {
  const directory = await temporaryFolder();
  const first = aStart(directory);
  expect(await first.left.place()).toEqual(nowhere);
  first.shown.splice(0, 1, people, roles);
  first.left.changed();
  await vi.waitFor(async () => expect(await first.keeper.read()).toEqual([people, roles]));
  // Windows that close as the app quits are those that were left.
  first.left.leave();
  first.shown.splice(0, 2);
  first.left.changed('now');
  await first.left.written();
  expect(await readFile(join(directory, 'windows.json'), 'utf8')).not.toMatch(/people|canary|roles/);
  expect(await aStart(directory, acme, otherKey).keeper.read()).toBeNull();
  expect(await aStart(directory, birch).keeper.read()).toBeNull();

  const next = aStart(directory);
  next.left.expect(acme);
  // Until they are back, what there is is not what was left.
  next.left.changed('now');
  expect(await next.left.place()).toEqual({ hash: people.hash, scope: people.scope });
  expect(next.shown).toEqual([people, roles]);
  // One that is closed is not there the next time, and the last one stays what was left.
  next.shown.pop();
  next.left.changed('now');
  next.shown.pop();
  next.left.changed('now');
  await next.left.written();
  expect(await next.keeper.read()).toEqual([people]);
});

it('windows that nobody asks for are waited for a while, and then what there is is kept', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const { left, shown, keeper } = aStart(await temporaryFolder());
  await keeper.write([people, roles]);
  left.expect(acme);
  left.changed('now');
  vi.advanceTimersByTime(29_000);
  left.changed('now');
  await left.written();
  expect(await keeper.read()).toEqual([people, roles]);
  vi.advanceTimersByTime(1_000);
  await left.written();
  expect(await keeper.read()).toEqual(shown);
  shown.push(roles);
  left.changed('now');
  await left.written();
  expect(await keeper.read()).toEqual(shown);
});

it('nothing comes back where another workspace is opened than the one that was left', async () => {
  const directory = await temporaryFolder();
  const { left, shown, keeper } = aStart(directory);
  await keeper.write([people, roles]);
  left.expect(birch);
  expect(await left.place()).toEqual(nowhere);
  expect(await left.place()).toEqual(nowhere);
  expect(shown).toHaveLength(1);
});

it('a window narrowed to an organization is shown so at its address, and what was kept before that was, narrowed to none', async () => {
  for (const place of [people, roles].map(({ hash, scope }) => ({ hash, scope })))
    expect(placeOfAddress(addressOfPlace(place))).toEqual(place);
  const directory = await temporaryFolder();
  const { scope: _, ...older } = people;
  const { keeper } = aStart(directory);
  await keeper.write([older as KeptWindow]);
  expect(await keeper.read()).toEqual([{ ...older, scope: '' }]);
});

const main = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 1280, height: 984 };

it.each([
  ['where it was, on the second display', { x: 2000, y: 50 }, [main, right], { x: 2000, y: 50 }],
  ['over both displays, as it was', { x: 1500, y: 50 }, [main, right], { x: 1500, y: 50 }],
  ['in the middle, where its display is gone', { x: 2000, y: 50 }, [main], { x: 280, y: 90 }],
  ['with its top in reach, where that lay above', { x: 40, y: -500 }, [main], { x: 40, y: 0 }],
  ['with its top in reach, where it lay below', { x: 40, y: 930 }, [main], { x: 40, y: 930 }],
  ['with enough in sight, where little was', { x: 1815, y: 60 }, [main], { x: 1815, y: 60 }],
])('a window opens %s', (_, at, screens, expected) => {
  expect(placeWindow({ ...bounds, ...at }, screens)).toMatchObject(expected);
});
