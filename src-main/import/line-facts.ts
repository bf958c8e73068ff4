import type { Condition } from '@shared/contract/page';
import { type EntityName, entityWords } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { type ImportCell, isEmptyCell, sameCell } from '@shared/domain/import/import-cell';
import type { ImportField } from '@shared/domain/import/import-fields';
import { isNamed, keysOf, keyText } from '@shared/domain/import/named-by';
import { textOf } from '@shared/domain/import/read-cell';
import type { Named, RowFacts } from '@shared/domain/import/row-facts';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { type Finder, type FoundId, severalFault } from './find-records';
import type { TableLine } from './table';

/** What an import does with a file: which column is which field, and what an empty cell and an unknown record mean. */
export interface Judging {
  readonly entity: EntityName;
  /** A field for each column of the table; null for one that is left out. */
  readonly fields: readonly (ImportField | null)[];
  /** The same in every line. */
  readonly always: RowFacts['cells'];
  readonly emptyClears: boolean;
  readonly onlyExisting: boolean;
}

export interface MappedLine extends TableLine {
  readonly named: RowFacts['cells'];
}

interface Line {
  readonly mapped: MappedLine;
  target: Named;
  readonly references: Map<string, FoundId>;
}

/** What the copy knows of the lines of a portion: records by id, then what others they name, then records by what they are called. */
export async function factsOf(
  {
    finder,
    roles,
    judging,
  }: { readonly finder: Finder; readonly roles: RowFacts['roles']; readonly judging: Judging },
  portion: readonly MappedLine[],
): Promise<
  readonly {
    readonly facts: RowFacts;
    readonly fault: string | undefined;
    readonly own: readonly ImportCell[];
  }[]
> {
  const { entity, emptyClears, onlyExisting } = judging;
  const lines = portion.map((mapped): Line => ({ mapped, target: { none: true }, references: new Map() }));
  await findById(finder, entity, lines);
  await findReferences(finder, lines);
  await findByKeys(finder, entity, lines);
  return lines.map(({ mapped, target, references }) => ({
    fault: mapped.fault,
    own: mapped.cells,
    facts: {
      line: mapped.line,
      sheet: mapped.sheet,
      cells: mapped.named,
      target,
      references,
      roles,
      emptyClears,
      onlyExisting,
    },
  }));
}

const said = ({ mapped }: Line, path: string): string =>
  textOf(mapped.named.find(([field]) => field.path === path)?.[1] ?? null);

async function findById(finder: Finder, entity: EntityName, lines: readonly Line[]): Promise<void> {
  const texts = lines.map((line) => said(line, 'id')).filter((text) => text !== '');
  if (texts.length === 0) return;
  const found = await finder.by(entity, 'id', texts);
  for (const line of lines) {
    const id = said(line, 'id');
    const [record] = found.get(keyText(id)) ?? [];
    if (id === '') continue;
    line.target = record
      ? { record }
      : {
          fault: t('There is no {one} {id} in the copy. Leave its id empty to make a new one.', {
            one: entityWords[entity].one,
            id,
          }),
        };
  }
}

/** Records that cells name, but for those that say what the record has already. */
async function findReferences(finder: Finder, lines: readonly Line[]): Promise<void> {
  const wanted = new Map<EntityName, Set<string>>();
  const open: {
    readonly line: Line;
    readonly field: ImportField;
    readonly to: EntityName;
    readonly text: string;
  }[] = [];
  for (const line of lines)
    for (const [field, cell] of line.mapped.named) {
      const { to, use, path, kind } = field;
      if (to === undefined || use === 'shown' || isEmptyCell(cell)) continue;
      if ('record' in line.target && sameCell(kind, readField(line.target.record, path), cell)) continue;
      const text = textOf(cell);
      const texts = wanted.get(to) ?? new Set();
      wanted.set(to, texts.add(text));
      open.push({ line, field, to, text });
    }
  const answers = new Map<EntityName, (text: string) => FoundId>();
  for (const [to, texts] of wanted) answers.set(to, await finder.references(to, texts));
  for (const { line, field, to, text } of open) {
    const found = answers.get(to)?.(text);
    if (found !== undefined) line.references.set(field.path, found);
  }
}

/** Lines without an id name their record by the first of its keys of which they have all parts. */
async function findByKeys(finder: Finder, entity: EntityName, lines: readonly Line[]): Promise<void> {
  const open = new Set(lines.filter(({ target }) => 'none' in target));
  for (const key of keysOf(entity)) {
    const named = [...open].filter((line) => key.every((path) => said(line, path) !== ''));
    if (named.length === 0) continue;
    for (const line of named) open.delete(line);
    const sound = named.filter((line) => {
      const odd = key.map((path) => line.references.get(path)).find((found) => found && 'fault' in found);
      if (odd && 'fault' in odd) line.target = odd;
      return odd === undefined;
    });
    for (let at = 0; at < sound.length; at += together)
      await findTogether(finder, entity, key, sound.slice(at, at + together));
    if (key.length === 1) await refuseHeld(finder, entity, key[0] ?? '', sound);
  }
}

/** What a record has beside its first one names it to nobody, and no other can be made with it. */
async function refuseHeld(
  finder: Finder,
  entity: EntityName,
  path: string,
  lines: readonly Line[],
): Promise<void> {
  const open = lines.filter(({ target }) => 'none' in target);
  if (open.length === 0) return;
  const holder = await finder.holderOf(entity, path);
  for (const line of open) {
    const id = holder(said(line, path));
    if (id === undefined) continue;
    const what = `${path} “${said(line, path)}”`;
    const fault = t('{what} belongs to {id} beside another: name it by its id, or by the first one.', {
      what,
      id,
    });
    line.target = { fault };
  }
}

/** Lines whose records are found by one question: a person is in several organizations, but few of those that so many lines name. */
const together = 500;

async function findTogether(
  finder: Finder,
  entity: EntityName,
  key: readonly string[],
  lines: readonly Line[],
): Promise<void> {
  const last = key.at(-1) ?? '';
  const texts = lines.map((line) => partOf(line, last));
  const and = key.slice(0, -1).flatMap((path) => idsIn(lines, path));
  const found = await finder.by(entity, last, texts, and);
  for (const line of lines) {
    const records = (found.get(keyText(partOf(line, last))) ?? []).filter(
      (record) =>
        isNamed(entity, record) &&
        key.every((path) => keyText(readField(record, path) ?? '') === keyText(partOf(line, path))),
    );
    const [first = '', ...others] = key.map((path) => `${path} “${said(line, path)}”`);
    const what = others.reduce((all, part) => t('{all} and {part}', { all, part }), first);
    line.target = targetOf(entity, records, what);
  }
}

/** The records that a part of a key names, as one condition; none where a line names it by anything but a record. */
function idsIn(lines: readonly Line[], path: string): readonly Condition[] {
  const ids = new Set<string>();
  for (const line of lines) {
    const found = line.references.get(path);
    if (found === undefined || 'fault' in found) return [];
    ids.add(found.id);
  }
  return [{ field: path, op: 'in', value: [...ids] }];
}

/** A part of a key as records hold it. */
function partOf(line: Line, path: string): string {
  const found = line.references.get(path);
  return found !== undefined && 'id' in found ? found.id : said(line, path);
}

function targetOf(entity: EntityName, records: readonly StoredRecord[], what: string): Named {
  const [record] = records;
  if (record === undefined) return { none: true };
  return records.length === 1 ? { record } : { fault: severalFault(entity, what, records.length) };
}
