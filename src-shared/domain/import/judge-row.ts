import { t } from '../../language/t';
import { asHeld } from '../as-held';
import { type EntityName, entityWords } from '../entity';
import { readField, writeField } from '../field-path';
import type { IntentDraft } from '../intent';
import type { JsonObject, JsonValue } from '../json';
import type { StoredRecord } from '../records/record-map';
import { withoutSecrets } from '../records/secrets';
import { labelOf } from '../rules/label-of';
import { rulesOf } from '../rules/rules-of';
import { type FieldChange, fieldChanges } from './field-changes';
import { isEmptyCell } from './import-cell';
import type { ImportChange, ImportRow, JudgedRow } from './import-row';
import { keysOf } from './named-by';
import { readCell, readFlag, textOf } from './read-cell';
import type { RowFacts } from './row-facts';

/** What a line does by itself, before all lines are staged together. Pure. */
export function judgeRow(entity: EntityName, facts: RowFacts): JudgedRow {
  const { target } = facts;
  if ('fault' in target) return refused(entity, facts, target.fault);
  const removal = facts.cells.find(([{ use }]) => use === 'remove')?.[1] ?? null;
  const gone = isEmptyCell(removal) ? { value: false } : readFlag(removal);
  if ('fault' in gone) return refused(entity, facts, t('“delete” {fault}.', { fault: gone.fault }));
  if (gone.value === true) return removed(entity, facts);
  return 'record' in target ? changed(entity, facts, target.record) : made(entity, facts);
}

/** The line as a refused one. */
export function refused(
  entity: EntityName,
  facts: Pick<RowFacts, 'line' | 'sheet' | 'cells' | 'target'>,
  why: string,
): JudgedRow {
  return { row: { ...rowOf(entity, facts), outcome: 'refused', why }, drafts: [] };
}

function removed(entity: EntityName, facts: RowFacts): JudgedRow {
  if (!('record' in facts.target)) return refused(entity, facts, unknown(entity, facts, { to: 'delete' }));
  const { record } = facts.target;
  const row = rowOf(entity, facts);
  if (record.staged?.verb === 'delete') return { row, drafts: [] };
  return {
    row: { ...row, outcome: 'removed' },
    drafts: [{ entity, recordId: record.id, action: { verb: 'delete' } }],
  };
}

function changed(entity: EntityName, facts: RowFacts, record: StoredRecord): JudgedRow {
  const { changes, notes, faults } = fieldChanges(entity, facts, record);
  if (faults.length > 0) return refused(entity, facts, faults.join(' '));
  const drafts = changes.map(
    ({ path, value }): IntentDraft => ({
      entity,
      recordId: record.id,
      action: { verb: 'update', field: path, value },
    }),
  );
  const diff = changes.map(
    ({ path, held, value }: FieldChange): ImportChange => ({ field: path, from: held, to: value }),
  );
  const outcome = drafts.length === 0 ? 'same' : 'changed';
  return { row: { ...rowOf(entity, facts), outcome, notes, diff }, drafts };
}

function made(entity: EntityName, facts: RowFacts): JudgedRow {
  if (facts.onlyExisting) return refused(entity, facts, unknown(entity, facts, { to: 'change' }));
  const notes: string[] = [];
  const faults: string[] = [];
  let values: JsonObject = {};
  for (const [field, cell] of facts.cells) {
    const { path, label, use, kind } = field;
    if (isEmptyCell(cell) || use === 'aside' || use === 'remove' || use === 'id' || use === 'shown') continue;
    const named = facts.references.get(path);
    if (!field.creates && use !== 'said') notes.push(t('{label} is not set of what is new.', { label }));
    else if (named !== undefined && 'fault' in named) faults.push(named.fault);
    else {
      const read = named ? { value: named.id } : readCell(kind, cell, { ...field, roles: facts.roles });
      if ('fault' in read) faults.push(`${label} ${read.fault}.`);
      else values = writeField(values, path, asHeld(kind, read.value));
    }
  }
  const barred = rulesOf(entity).neverMadeWith?.find((path) => readField(values, path) === true);
  if (barred !== undefined) {
    const label = facts.cells.find(([{ path }]) => path === barred)?.[0].label ?? barred;
    return refused(entity, facts, unknown(entity, facts, { barred: label }));
  }
  if (faults.length > 0) return refused(entity, facts, faults.join(' '));
  const diff = Object.entries(withoutSecrets(entity, values)).map(
    ([field, to]): ImportChange => ({ field, from: null, to: to as JsonValue }),
  );
  const row: ImportRow = { ...rowOf(entity, facts), outcome: 'new', notes, diff };
  return { row, drafts: [{ entity, action: { verb: 'create', values } }] };
}

/** That nobody is called so: a misspelt name must not make a new record. */
function unknown(
  entity: EntityName,
  facts: RowFacts,
  why: { readonly to: 'change' | 'delete' } | { readonly barred: string },
): string {
  const { one } = entityWords[entity];
  const name = keyIn(entity, facts);
  const [first = '', ...others] = ['id', ...keysOf(entity).map((fields) => fields.join(` ${t('with')} `))];
  const nameBy = t('Name one by {keys}.', {
    keys: others.reduce((keys, key) => t('{keys}, or {key}', { keys, key }), first),
  });
  return `${'to' in why ? absent(one, name, why.to) : barred(one, name, why.barred)} ${nameBy}`;
}

function absent(one: string, name: string, to: 'change' | 'delete'): string {
  if (to === 'delete')
    return name === ''
      ? t('The copy has no {one} to delete.', { one })
      : t('The copy has no {one} called {name} to delete.', { one, name });
  return name === ''
    ? t('The copy has no {one} to change.', { one })
    : t('The copy has no {one} called {name} to change.', { one, name });
}

const barred = (one: string, name: string, label: string): string =>
  name === ''
    ? t('The copy has no {one}, and a new one cannot be made as “{label}”.', { one, label })
    : t('The copy has no {one} called {name}, and a new one cannot be made as “{label}”.', {
        one,
        name,
        label,
      });

const saidIn = ({ cells }: Pick<RowFacts, 'cells'>, path: string): string =>
  textOf(cells.find(([field]) => field.path === path)?.[1] ?? null);

/** By what the line names its record. */
function keyIn(entity: EntityName, facts: Pick<RowFacts, 'cells'>): string {
  const said = (path: string): string => saidIn(facts, path);
  const [best = []] = keysOf(entity).filter((fields) => fields.some((path) => said(path) !== ''));
  const parts = best.map(said).filter((text) => text !== '');
  return parts.toReversed().join(' in ') || said('id');
}

function rowOf(entity: EntityName, facts: Pick<RowFacts, 'line' | 'sheet' | 'cells' | 'target'>): ImportRow {
  const { line, sheet = '', target } = facts;
  const record = 'record' in target ? target.record : null;
  return {
    line,
    sheet,
    name: record === null ? saidIn(facts, 'name') || keyIn(entity, facts) : labelOf(entity, record, ''),
    recordId: record?.id ?? '',
    outcome: 'same',
    why: '',
    notes: [],
    diff: [],
  };
}
