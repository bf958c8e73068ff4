import { loadLanguage } from '@shared/language/load-language';
import { strToU8 } from 'fflate';
import { expect, it } from 'vitest';

// Texts are made where their modules are: what is spoken is known before.
await loadLanguage('de');
const { exportColumns } = await import('@shared/domain/export/export-columns');
const { parseFilter } = await import('@shared/domain/filter/parse-filter');
const { filterText } = await import('@shared/domain/filter/filter-text');
const { guessColumns } = await import('@shared/domain/import/guess-columns');
const { readCell } = await import('@shared/domain/import/read-cell');
const { readSubscriptionLines } = await import('@shared/domain/limits/read-lines');
const { readDecisions } = await import('@main/reviews/read-decisions');
const { defaultChangeSet, isUnnamed } = await import('@shared/domain/change-set');
const { fieldText } = await import('@renderer/fields/field-text');
const { readAside } = await import('@main/import/read-aside');

const plain = { roles: new Map<string, string>() };

it('a file in German is read as one in English, and one by the names of fields: where columns are called so, and where they are not', () => {
  expect(exportColumns('user').map(({ path }) => path)).toContain('externalId');
  for (const columns of [
    ['locale', 'firstName', 'username'],
    ['Language', 'First name', 'Username'],
    ['Sprache', 'Vorname', 'Benutzername'],
  ])
    expect([...guessColumns('user', columns).values()]).toEqual(['locale', 'firstName', 'username']);
  expect([...guessColumns('membership', ['Person', 'Organisation']).values()]).toEqual([
    'userId',
    'organizationId',
  ]);
});

it('words of cells are known in both languages', () => {
  for (const [yes, no, all] of [
    ['yes', 'no', 'unlimited'],
    ['ja', 'Nein', 'Unbegrenzt'],
  ] as const) {
    expect(readCell('flag', yes, plain)).toEqual({ value: true });
    expect(readCell('flag', no, plain)).toEqual({ value: false });
    expect(readCell('seats', all, plain)).toEqual({ value: 0 });
  }
  const test = { options: ['success', 'failed'], says: { success: 'Bestanden', failed: 'Fehlgeschlagen' } };
  for (const word of ['success', 'Passed', 'bestanden'])
    expect(readCell('choice', word, { ...plain, ...test })).toEqual({ value: 'success' });
  expect(readCell('flag', 'vielleicht', plain)).toEqual({
    fault: 'muss ja oder nein sein (true, false, 1, 0)',
  });
});

it('a limit that there is not is so in both languages, in a file of plans as well', () => {
  for (const value of ['unlimited', 'Unlimited', 'unbegrenzt', 'UNBEGRENZT', '∞']) {
    const cells = { application: 'Acme', limit: 'seats', value, reason: 'Vertrag' };
    const { rows, put } = readSubscriptionLines([{ line: 2, cells }], {
      applications: new Map([['app_1', 'Acme']]),
      isAbsent: () => true,
      plans: new Map(),
      held: new Map(),
      now: 0,
    });
    expect(rows).toMatchObject([{ outcome: 'new', why: '' }]);
    expect(put.get('app_1')?.overrides).toMatchObject([{ limit: 'seats', value: 'unlimited' }]);
  }
});

it('a filter is written and read in its own words, whatever is spoken', () => {
  const text = 'lastSignInAt not in last 90d and name is not empty';
  const read = parseFilter('user', text);
  expect(read.ok && filterText('user', read.value)).toBe('lastSignInAt not in last 90d and name exists');
});

it('the thread that reads a file says in German what is wrong with it', async () => {
  const twice = `name,name\n${Array.from({ length: 40_000 }, (_, at) => `a${at}@acme.com,Ann ${at}`).join('\n')}\n`;
  const read = await readAside(strToU8(twice), undefined);
  expect(read.ok ? '' : read.error.message).toContain('zwei ihrer Spalten heißen „name“');
});

it('what a reader or a schema says of a file is German as well', () => {
  const why = (text: string): string => {
    const read = readDecisions(text);
    return read.ok ? 'es wurde gelesen' : read.error.message;
  };
  expect(why('item,decision\norgmem_1,"keep')).toContain('ein Anführungszeichen wird geöffnet');
  expect(why('item,decision\norgmem_1,keep,more')).toContain('Zeile 2 hat mehr oder weniger Werte');
  expect(why('item,decision\norgmem_1,perhaps')).toContain('Ungültig');
});

it('the set that everybody starts with has one title in every language, and is known by those of before', () => {
  expect(defaultChangeSet.title).toBe('Changes');
  for (const title of ['Changes', 'Änderungen']) expect(isUnnamed({ ...defaultChangeSet, title })).toBe(true);
  expect(isUnnamed({ ...defaultChangeSet, title: 'Viertes Quartal' })).toBe(false);
});

it('states of domains and levels of seats are said, not shown as the service spells them', () => {
  for (const [field, word, said] of [
    ['verification', 'unverified', 'Unbestätigt'],
    ['ownership', 'expired', 'Abgelaufen'],
  ] as const)
    expect(fieldText('organizationDomain', field, word)).toBe(said);
  expect(fieldText('organization', 'seatsLevel', 'near')).toBe('Fast voll');
});
