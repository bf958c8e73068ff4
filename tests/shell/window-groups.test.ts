import { EventEmitter } from 'node:events';
import { createWindowGroups, type Group, type WindowGroups } from '@main/shell/groups/window-groups';
import { createLinkInbox } from '@main/shell/links/link-inbox';
import { type AppWindows, createAppWindows } from '@main/shell/window/app-windows';
import type { Elsewhere } from '@main/shell/workspaces/elsewhere';
import { success } from '@shared/contract/failure';
import type { EngineState } from '@shared/contract/workspace-info';
import { WorkspaceId } from '@shared/domain/ids';
import type { BrowserWindow } from 'electron';
import { expect, it } from 'vitest';

const [acme, birch] = [WorkspaceId.parse('acme-0a1b2c'), WorkspaceId.parse('birch-0a1b2c')];
const linkTo = (id: WorkspaceId): string => `tenantry://workspace/${id}/people`;

interface Opened extends Group {
  readonly elsewhere: Elsewhere;
  readonly tell: (state: EngineState) => void;
  readonly take: () => unknown;
  readonly name: string;
  sending: boolean;
  waits: WorkspaceId | null;
  closed: number;
}

/** The real groups over the real windows, on frames that nobody sees. */
function desktop() {
  const frames: (EventEmitter & { readonly webContents: { readonly id: number } })[] = [];
  const menu: string[] = [];
  const kept: string[][] = [];
  const names = ['first', 'second', 'third'].values();
  let closing: Promise<void> = Promise.resolve();
  const windows: AppWindows<Opened> = createAppWindows({
    create(number) {
      const webContents = { id: frames.length + 1, getURL: () => `app://tenantry/#/${number}` };
      const frame = Object.assign(new EventEmitter(), {
        webContents,
        isMinimized: () => false,
        show: () => undefined,
        focus: () => frame.emit('focus'),
      });
      frames.push(frame);
      return frame as unknown as BrowserWindow;
    },
    showInMenu: (group, ids) => menu.push([group.name, ...ids].join(' ')),
    mayClose: (group) => groups.mayClose(group),
    onLastClosed: (group) => groups.lastClosed(group),
  });
  const groups: WindowGroups<Opened> = createWindowGroups({
    make(elsewhere, tell) {
      const links = createLinkInbox();
      const made: Opened = {
        keys: { apiKeyOf: () => 'sk_test_1', replaceApiKey: async () => success(null) },
        ...{ elsewhere, tell, links, take: links.take, sending: false, closed: 0, waits: null },
        locked: () => made.waits,
        left: { leave: () => undefined },
        waitFor: (id) => (made.waits = id),
        name: names.next().value ?? 'more',
        isSending: () => made.sending,
        async close() {
          await closing;
          made.closed += 1;
          tell({ kind: 'none' });
        },
      };
      return made;
    },
    windows,
    tellLink: () => undefined,
    onOpen: (ids) => kept.push([...ids]),
  });
  /** As a click on its cross. */
  const close = (index: number): boolean => {
    let stays = false;
    frames[index]?.emit('close', { preventDefault: () => (stays = true) });
    if (!stays) frames[index]?.emit('closed');
    return !stays;
  };
  const open = (group: Opened, workspaceId: WorkspaceId): void =>
    group.tell({ kind: 'ready', workspaceId, restarts: 0 });
  return {
    frames,
    menu,
    kept,
    windows,
    groups,
    close,
    open,
    wait: (until: Promise<void>) => (closing = until),
  };
}

/** Two of them, each with its window. */
function two() {
  const made = desktop();
  const first = made.groups.front();
  made.windows.show(first);
  made.open(first, acme);
  made.groups.beside(linkTo(birch));
  const second = made.groups.front();
  made.open(second, birch);
  return { ...made, first, second };
}

it('a window is of its group for good, by its page and by nothing that it says', () => {
  const { windows, groups, first, second, frames } = two();
  expect([windows.groupOf(1), windows.groupOf(2), windows.groupOf(3)]).toEqual([first, second, null]);
  windows.open(first);
  expect(windows.of(first)).toEqual([frames[0], frames[2]]);
  expect(windows.of(second)).toEqual([frames[1]]);
  expect(groups.front()).toBe(first);
});

it('a workspace that is open, or about to be, is shown where it is: never twice', async () => {
  const { groups, first, second, frames } = two();
  groups.beside(linkTo(birch));
  groups.beside(linkTo(acme));
  expect(groups.front()).toBe(first);
  expect(first.take()).toMatchObject({ value: { workspaceId: acme } });
  const third = WorkspaceId.parse('cobalt-0a1b2c');
  groups.beside(linkTo(third));
  groups.beside(linkTo(third));
  expect(groups.all()).toHaveLength(3);
  expect(frames).toHaveLength(3);
  expect(await first.elsewhere.show(birch)).toBe(true);
  expect(groups.front()).toBe(second);
  expect(await second.elsewhere.show(birch)).toBe(false);
  expect([first.elsewhere.has(birch), first.elsewhere.has(acme)]).toEqual([true, false]);
  expect([first.elsewhere.keysOf(birch), first.elsewhere.keysOf(acme)]).toEqual([second.keys, null]);
});

it('a link goes to the windows of its workspace, else to those in front', () => {
  const { groups, first, second } = two();
  groups.follow(linkTo(acme));
  expect(second.take()).toMatchObject({ value: { workspaceId: birch } });
  expect(first.take()).toMatchObject({ value: { workspaceId: acme } });
  groups.follow(linkTo(WorkspaceId.parse('cobalt-0a1b2c')));
  expect(groups.all()).toHaveLength(2);
  expect(first.take()).toMatchObject({ value: { workspaceId: 'cobalt-0a1b2c' } });
  groups.follow('tenantry://nowhere');
  expect(first.take()).toMatchObject({ ok: false });
});

it('the last window of one ends its workspace, and who opens that again waits for its end', async () => {
  const { windows, groups, close, first, second, kept, wait } = two();
  windows.open(second);
  expect(kept.at(-1)).toEqual([acme, birch]);
  let release: () => void = () => undefined;
  wait(new Promise((resolve) => (release = resolve)));
  close(2);
  expect(groups.all()).toEqual([first, second]);
  close(1);
  expect(groups.all()).toEqual([first]);
  expect(kept.at(-1)).toEqual([acme]);
  let answered = false;
  const shown = first.elsewhere.show(birch).then((is) => {
    answered = true;
    return is;
  });
  await new Promise(setImmediate);
  expect(answered).toBe(false);
  release();
  expect(await shown).toBe(false);
  expect([first.closed, second.closed]).toEqual([0, 1]);
});

it('a run that sends keeps the last window of its workspace, while others stay; the only one closes as ever', () => {
  const { groups, close, first, second } = two();
  second.sending = true;
  expect(close(1)).toBe(false);
  expect(groups.all()).toEqual([first, second]);
  second.sending = false;
  expect(close(1)).toBe(true);
  first.sending = true;
  expect(close(0)).toBe(true);
  expect(groups.all()).toEqual([first]);
  expect(first.closed).toBe(0);
});

it('what is open when the app quits is what opens again, and all of it is closed first', async () => {
  const { groups, close, first, second, kept } = two();
  second.sending = true;
  groups.leave();
  expect([close(0), close(1)]).toEqual([true, true]);
  await groups.closeAll();
  expect([first.closed, second.closed]).toEqual([1, 1]);
  expect(kept.at(-1)).toEqual([acme, birch]);
});

it('a workspace that is locked is still that of its windows, and opens again at the next start', async () => {
  const { groups, first, second, kept } = two();
  second.waits = birch;
  second.tell({ kind: 'none' });
  expect(kept.at(-1)).toEqual([acme, birch]);
  expect(await first.elsewhere.show(birch)).toBe(true);
  expect(groups.front()).toBe(second);
  second.waits = null;
  second.tell({ kind: 'none' });
  expect(kept.at(-1)).toEqual([acme]);
  expect(await first.elsewhere.show(birch)).toBe(false);
});

it('what a group was made for is that of its windows until they leave it, though it was never opened', async () => {
  const { groups, first, kept, open } = two();
  const cobalt = WorkspaceId.parse('cobalt-0a1b2c');
  groups.beside(linkTo(cobalt));
  const third = groups.front();
  expect(third.waits).toBe(cobalt);
  // Another one was closed there, or its service did not start.
  third.tell({ kind: 'none' });
  expect(await first.elsewhere.show(cobalt)).toBe(true);
  open(third, cobalt);
  third.waits = null;
  third.tell({ kind: 'none' });
  expect(await first.elsewhere.show(cobalt)).toBe(false);
  expect(kept.at(-1)).toEqual([acme, birch]);
});

it('the menu is that of the window in front', () => {
  const { windows, frames, menu, close } = two();
  windows.keepCommands(1, ['sync-now']);
  windows.keepCommands(2, ['review']);
  expect(menu.at(-1)).toBe('second review');
  frames[0]?.emit('focus');
  expect(menu.at(-1)).toBe('first sync-now');
  close(0);
  expect(menu.at(-1)).toBe('second review');
});
