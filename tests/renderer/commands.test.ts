import { earlyKey } from '@renderer/app/early-key';
import { helpSections } from '@renderer/app/help-sections';
import { keyName } from '@renderer/ui/format/key-name';
import {
  chosenTitle,
  commandOf,
  commands,
  commandTable,
  type RowsCommandId,
} from '@shared/contract/commands';
import { screenTable } from '@shared/contract/screens';
import { expect, it } from 'vitest';

const all = [...commands];
const press = { key: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

const twice = (all: readonly string[]): readonly string[] =>
  all.filter((one, index) => all.indexOf(one) < index);

it('every command has a title', () => {
  for (const [id, { title }] of all) expect(title, id).toMatch(/^[A-Z]/);
});

it('what is done to selected rows says to how many, as its button begins', () => {
  const ids = all.flatMap(([id, { row }]) => (row === 'rows' ? [id as RowsCommandId] : []));
  expect(ids.length).toBeGreaterThan(10);
  for (const id of ids) {
    const [verb = ''] = commandTable[id].title.split(' ');
    expect(chosenTitle(id, '3 rows')).toMatch(new RegExp(`^${verb.replace('…', '')} .*3 rows.*…$`));
  }
});

it('no two commands share a key in a place, and none an accelerator', () => {
  const keys = all.flatMap(([, { at, keys = [] }]) => keys.map((key) => `${at}: ${key}`));
  const accelerators = all.flatMap(([, { menu }]) => menu?.accelerator ?? []);
  expect(twice(keys)).toEqual([]);
  expect(twice(accelerators)).toEqual([]);
});

it('an accelerator that the window takes as well means the same there', () => {
  for (const [id, { menu }] of all) {
    const taken = menu?.accelerator && commandOf('anywhere', menu.accelerator);
    if (taken) expect(taken).toBe(id);
  }
});

it('the help lists every key', () => {
  const listed = helpSections(undefined).flatMap(({ lines }) =>
    lines.flatMap(({ id, keys }) => keys.map((key) => `${id} ${key}`)),
  );
  const wanted = all.flatMap(([id, { keys = [], menu }]) =>
    [...keys, ...(menu?.accelerator ? [menu.accelerator] : [])].map((key) => `${id} ${key}`),
  );
  expect(new Set(listed)).toEqual(new Set(wanted));
});

it('the menu leads to every screen of the rail', () => {
  for (const { name, group } of screenTable)
    expect(commands.get(`go:${name}`)?.menu !== undefined, name).toBe(group !== null);
});

it.each([
  [{ key: 'z', ctrlKey: true }, 'Ctrl Z'],
  [{ key: 'Z', metaKey: true, shiftKey: true }, 'Ctrl Shift Z'],
  [{ key: '?', shiftKey: true }, '?'],
  [{ key: 'J', shiftKey: true }, 'J'],
  [{ key: 'ArrowDown', shiftKey: true }, '↓'],
  [{ key: ' ' }, 'Space'],
  [{ key: 'F10', shiftKey: true }, 'Shift F10'],
  [{ key: 'k', altKey: true }, 'Alt K'],
])('the press %j is written %s', (pressed, name) => {
  expect(keyName({ ...press, ...pressed })).toBe(name);
});

it.each<[string, string | null]>([
  ['x', 'acx'],
  [' ', 'ac '],
  ['Backspace', 'a'],
  ['Enter', 'enter'],
  ['Delete', 'nothing'],
  ['ArrowDown', 'nothing'],
  ['PageUp', 'nothing'],
  ['Escape', null],
  ['Tab', null],
  ['F1', null],
])('%s before the palette has the focus is the palette’s, not the screen’s', (key, does) => {
  const early = earlyKey({ ...press, key });
  expect(typeof early === 'function' ? early('ac') : early).toBe(does);
  expect(earlyKey({ ...press, key, ctrlKey: true })).toBeNull();
});
