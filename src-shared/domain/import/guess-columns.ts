import { inEnglishToo } from '../../language/in-english-too';
import { type EntityName, entityWords, modelOf } from '../entity';
import { furtherColumns } from '../export/export-columns';
import type { AnyField } from '../kinds/field';
import { type ImportField, importField, importFields, removeColumn } from './import-fields';
import { singleKeysOf } from './named-by';

/** Fields by the columns that they stand in; null for a column that is left out. */
export type ColumnMap = ReadonlyMap<string, string | null>;

/** What spreadsheets call fields, in small letters without blanks and signs. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  email: ['mail', 'emailaddress', 'useremail', 'primaryemail', 'workemail', 'identifier'],
  phone: ['phonenumber', 'mobile', 'telephone', 'tel'],
  firstName: ['givenname', 'forename', 'first'],
  lastName: ['surname', 'familyname', 'last'],
  externalId: ['externalid', 'employeeid', 'employeenumber', 'personnelnumber'],
  maxAllowedMemberships: ['seats', 'seatlimit', 'maxmembers'],
  role: ['rolekey', 'userrole', 'roles'],
  identifier: ['email', 'address', 'emailaddress', 'domain', 'phone'],
  [removeColumn]: ['remove', 'deleted', 'revoke', 'offboard'],
};

const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Whether a column has the label, in the language spoken or in English: a file may come from somebody who speaks the other. */
const isCalled = (label: string, column: string): boolean =>
  inEnglishToo(label).some((name) => bare(name) === bare(column));

/** What each column is about, guessed by path, label and what people call it: each field once, the best guess first. Pure. */
export function guessColumns(entity: EntityName, columns: readonly string[]): ColumnMap {
  const fields = importFields(entity);
  const guesses: readonly ((column: string) => string | undefined)[] = [
    (column) => importField(entity, column.trim())?.path,
    (column) => fields.find(({ path }) => bare(path) === bare(column))?.path,
    (column) => fields.find(({ label, use }) => use !== 'shown' && isCalled(label, column))?.path,
    (column) => fields.find(({ path }) => (synonyms[path] ?? []).includes(bare(column)))?.path,
    (column) => referredBy(fields, column),
    (column) => fields.find(({ label }) => isCalled(label, column))?.path,
  ];
  const found = new Map<string, string>();
  const taken = new Set<string>();
  // What the export worked out or counted is in nobody's hands, whatever else it sounds like.
  const figures = new Set(furtherColumns(entity).map(({ path }) => path));
  const asked = columns.filter((column) => !figures.has(column.trim()));
  for (const guess of guesses)
    for (const column of asked) {
      const path = found.has(column) ? undefined : guess(column);
      if (path === undefined || taken.has(path)) continue;
      found.set(column, path);
      taken.add(path);
    }
  for (const [column, path] of namesInstead(entity, found)) found.set(column, path);
  return new Map(columns.map((column) => [column, found.get(column) ?? null]));
}

/** The field that names another record, by what that one is called: `organization`, `person`, or one of its keys: `email`. */
function referredBy(fields: readonly ImportField[], column: string): string | undefined {
  const said = bare(column);
  return fields.find(({ to, use, path }) => {
    if (to === undefined || use === 'shown') return false;
    const called = [to, ...inEnglishToo(entityWords[to].one), path.replace(/Id$/, '')].map(bare);
    const keys = singleKeysOf(to).filter((key) => key !== 'name');
    const words = keys.flatMap((key) => [key, ...(synonyms[key] ?? [])]).map(bare);
    return (
      called.includes(said) ||
      words.includes(said) ||
      words.some((word) => called.some((c) => c + word === said))
    );
  })?.path;
}

/** Columns that repeat a key of a record which no other column names: they name it, as `userEmail` does a person. */
function namesInstead(
  entity: EntityName,
  found: ReadonlyMap<string, string>,
): readonly (readonly [column: string, path: string])[] {
  const taken = new Set(found.values());
  if (taken.has('id')) return [];
  const fields: Readonly<Record<string, AnyField>> = modelOf(entity).fields;
  return [...found].flatMap(([column, path]) => {
    const { repeats } = fields[path] ?? {};
    const to = repeats && importField(entity, repeats.by)?.to;
    if (repeats === undefined || to === undefined || taken.has(repeats.by)) return [];
    if (!singleKeysOf(to).includes(repeats.field)) return [];
    taken.add(repeats.by);
    return [[column, repeats.by] as const];
  });
}
