import { inSense, t } from '../language/t';
import { chosenTable } from './chosen-table';
import type { CommandData, CommandPlace } from './command-data';
import { type ScreenName, screenTable } from './screens';

const changes = { section: 'changes', group: 1 } as const;
const sync = { section: 'go', group: 3 } as const;

/** Every command but those that go to a screen: the order is that of menus, palette and help. */
export const commandTable = {
  palette: {
    title: t('Search and commands'),
    at: 'anywhere',
    keys: ['Ctrl K'],
    whileTyping: true,
    menu: { section: 'go', group: 1, accelerator: 'Ctrl K' },
  },
  back: { title: t('Back'), at: 'anywhere', keys: ['Alt ←'], menu: { section: 'go', group: 1 } },
  forward: { title: t('Forward'), at: 'anywhere', keys: ['Alt →'], menu: { section: 'go', group: 1 } },
  filter: { title: t('Filter the table'), at: 'anywhere', keys: ['/'] },
  edit: { title: t('Edit what is open'), at: 'anywhere', keys: ['E'] },
  close: { title: t('Close what is open'), at: 'anywhere', keys: ['Esc'] },
  scope: { title: t('Show only one organization…'), at: 'anywhere', keys: ['S'], palette: true },
  'scope-all': { title: t('Show all organizations'), at: 'anywhere', keys: ['A'], palette: true },
  'sync-now': {
    title: t('Sync now'),
    at: 'anywhere',
    menu: { ...sync, accelerator: 'Ctrl Shift R' },
    palette: true,
  },
  'work-offline': { title: t('Work offline'), at: 'anywhere', menu: sync, palette: true },
  'go-online': { title: t('Go online'), at: 'anywhere', menu: sync, palette: true },
  review: {
    title: t('Review changes'),
    at: 'anywhere',
    keys: ['Ctrl Enter'],
    whileTyping: true,
    menu: { ...changes, group: 0, accelerator: 'Ctrl Enter' },
    palette: true,
  },
  'undo-change': {
    title: t('Undo'),
    at: 'anywhere',
    keys: ['U', 'Ctrl Z'],
    menu: { ...changes, accelerator: 'Ctrl Alt Z' },
    palette: true,
  },
  'redo-change': {
    title: t('Redo'),
    at: 'anywhere',
    keys: ['Ctrl Shift Z'],
    menu: { ...changes, accelerator: 'Ctrl Alt Shift Z' },
    palette: true,
  },
  'theme-light': { title: t('Light theme'), at: 'anywhere', palette: true },
  'theme-dark': { title: t('Dark theme'), at: 'anywhere', palette: true },
  'theme-system': { title: t('Theme of the system'), at: 'anywhere', palette: true },
  'rows-roomy': { title: t('Roomy rows'), at: 'anywhere', palette: true },
  'rows-compact': { title: t('Compact rows'), at: 'anywhere', palette: true },
  'new-window': {
    title: t('New window'),
    at: 'anywhere',
    keys: ['Ctrl Shift N'],
    menu: { section: 'file', group: 0, accelerator: 'Ctrl Shift N', always: true },
    palette: true,
  },
  'import-file': {
    title: t('Import a file into this table…'),
    at: 'anywhere',
    menu: { section: 'file', group: 1 },
    palette: true,
  },
  'copy-link': {
    title: t('Copy link to this place'),
    at: 'anywhere',
    menu: { section: 'file', group: 1 },
    palette: true,
  },
  print: {
    title: t('Print…'),
    at: 'anywhere',
    keys: ['Ctrl P'],
    menu: { section: 'file', group: 1, accelerator: 'Ctrl P' },
    palette: true,
  },
  shortcuts: {
    title: t('Keyboard shortcuts'),
    at: 'anywhere',
    keys: ['?', 'F1'],
    menu: { section: 'help', group: 1 },
    palette: true,
  },
  guide: {
    title: t('Try a sample change'),
    at: 'anywhere',
    menu: { section: 'help', group: 1 },
    palette: true,
  },
  doctor: {
    title: t('Doctor…'),
    at: 'anywhere',
    menu: { section: 'help', group: 1, always: true },
    palette: true,
  },
  'switch-workspace': {
    title: t('Close this workspace'),
    at: 'anywhere',
    menu: { section: 'file', group: 1, accelerator: 'Ctrl O' },
    palette: true,
  },

  'row-next': { title: t('Next row; Shift extends the selection'), at: 'table', keys: ['J', '↓'] },
  'row-previous': { title: t('Previous row'), at: 'table', keys: ['K', '↑'] },
  'row-page-down': { title: t('A page down'), at: 'table', keys: ['PageDown'] },
  'row-page-up': { title: t('A page up'), at: 'table', keys: ['PageUp'] },
  'row-first': { title: t('First row'), at: 'table', keys: ['Home'] },
  'row-last': { title: t('Last row'), at: 'table', keys: ['End'] },
  'row-open': { title: inSense('verb', 'Open'), at: 'table', keys: ['Enter'], row: 'row' },
  'row-page': { title: t('Go to its page'), at: 'table', keys: ['O'], row: 'row' },
  'row-scope': { title: t('Show only this organization'), at: 'table', row: 'row' },
  'row-edit': { title: t('Edit'), at: 'table', keys: ['E'], row: 'row' },
  'row-history': { title: t('Show its history'), at: 'table', row: 'row' },
  'row-withdraw': { title: t('Withdraw what is staged'), at: 'table', row: 'row' },
  'row-select': { title: t('Select, or no longer'), at: 'table', keys: ['Space'], row: 'row' },
  'rows-clear': { title: t('Clear the selection'), at: 'table', keys: ['Esc'] },
  'copy-rows': { title: t('Copy as a table'), at: 'table', keys: ['Ctrl C'], row: 'row' },
  'copy-ids': { title: t('Copy id'), at: 'table', keys: ['Ctrl Shift C'], row: 'row' },
  'row-link': { title: t('Copy link'), at: 'table', row: 'row' },
  'row-menu': { title: t('Menu of the row'), at: 'table', keys: ['Shift F10', 'ContextMenu'] },
  ...chosenTable,

  tab: { title: t('Tabs of an organization’s page'), at: 'page', keys: ['1', '2', '3', '4', '5', '6', '7'] },

  'next-conflict': { title: t('Next conflict to decide'), at: 'changes', keys: ['N'] },
  'choose-mine': { title: t('Mine'), at: 'changes', keys: ['1'], row: 'item' },
  'choose-theirs': { title: t('Theirs'), at: 'changes', keys: ['2'], row: 'item' },
  'choose-other': { title: t('Another value'), at: 'changes', keys: ['3'], row: 'item' },
  'choose-later': { title: t('Leave for now'), at: 'changes', keys: ['4'], row: 'item' },
  'change-toggle': { title: t('Take in or leave out'), at: 'changes', keys: ['Space'], row: 'item' },
  'change-withdraw': { title: t('Withdraw'), at: 'changes', keys: ['Delete', 'Backspace'], row: 'item' },
  'change-copy-curl': { title: t('Copy as curl'), at: 'changes', row: 'item' },
  'change-copy-clerk': { title: t('Copy for Clerk’s command line'), at: 'changes', row: 'item' },
  'change-record': { title: t('Go to its record'), at: 'changes', keys: ['Enter'], row: 'item' },
  'changes-clear': { title: t('Clear the selection'), at: 'changes', keys: ['Esc'] },

  'entry-toggle': {
    title: t('Show all of an entry, or less'),
    at: 'history',
    keys: ['Enter', 'Space'],
    row: 'item',
  },
  'entry-record': { title: t('Go to its record'), at: 'history', keys: ['O'], row: 'item' },

  'decide-keep': { title: t('Keep'), at: 'reviews', keys: ['K'], row: 'item' },
  'decide-revoke': { title: t('Revoke'), at: 'reviews', keys: ['R'], row: 'item' },
  'decide-unknown': { title: t('Don’t know'), at: 'reviews', keys: ['D'], row: 'item' },
  'decide-note': { title: t('Decide with a note…'), at: 'reviews', keys: ['N'], row: 'item' },
  'decide-open': { title: t('Take the decision back'), at: 'reviews', keys: ['Backspace'], row: 'item' },
  'decide-show': { title: t('Show how they come to it'), at: 'reviews', keys: ['Enter'], row: 'item' },
} as const satisfies Readonly<Record<string, CommandData>>;

type TableId = keyof typeof commandTable;
type At<Place extends CommandPlace> = {
  [Id in TableId]: (typeof commandTable)[Id]['at'] extends Place ? Id : never;
}[TableId];
type ForRows<Kind extends string> = {
  [Id in TableId]: (typeof commandTable)[Id] extends { readonly row: Kind } ? Id : never;
}[TableId];

/** Commands of the frame, without those that go to a screen. */
export type FrameCommandId = At<'anywhere'>;
export type GoCommandId = `go:${ScreenName}`;
/** In the menu of one row. */
export type RowCommandId = ForRows<'row'>;
/** Done to all the selected rows. */
export type RowsCommandId = ForRows<'rows'>;
/** In the menu of an item of a list. */
export type ItemCommandId = ForRows<'item'>;
export type CommandId = TableId | GoCommandId;

const going = screenTable
  .filter(({ group }) => group !== null)
  .map((screen): readonly [GoCommandId, CommandData] => [
    `go:${screen.name}`,
    {
      title: screen.title,
      at: 'anywhere',
      ...(screen.letter !== null && { keys: [`G ${screen.letter.toUpperCase()}`] }),
      menu: {
        ...(screen.name === 'settings' ? { section: 'file', group: 2 } : { section: 'go', group: 2 }),
        ...('key' in screen && { accelerator: `Ctrl ${screen.key}` }),
      },
    },
  ]);

/** What a command would do to what is selected: `Ban 3 people…`. */
export function chosenTitle(id: RowsCommandId, what: string): string {
  return commandTable[id].chosen(what);
}

/** Every command there is, in order. */
export const commands: ReadonlyMap<CommandId, CommandData> = new Map<CommandId, CommandData>([
  ...(Object.entries(commandTable) as [TableId, CommandData][]),
  ...going,
]);

/** The command that a key, as it is shown, means in a place. */
export function commandOf(place: CommandPlace, key: string): CommandId | undefined {
  return keyed.get(`${place} ${key}`);
}

const keyed = new Map(
  [...commands].flatMap(([id, { at, keys = [] }]) => keys.map((key) => [`${at} ${key}`, id] as const)),
);
