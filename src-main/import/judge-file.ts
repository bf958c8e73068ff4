import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { Store } from '@main/store/store';
import type { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import type { ImportCell } from '@shared/domain/import/import-cell';
import type { ImportRow, JudgedRow } from '@shared/domain/import/import-row';
import { judgeRow, refused } from '@shared/domain/import/judge-row';
import { keysOf, keyText } from '@shared/domain/import/named-by';
import type { RowFacts } from '@shared/domain/import/row-facts';
import type { IntentDraft } from '@shared/domain/intent';
import { canonicalJson } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { createFinder } from './find-records';
import { factsOf, type Judging, type MappedLine } from './line-facts';
import type { Table } from './table';

/** A draft with the row of its line, and the call that it comes to. */
export interface LineDraft {
  readonly at: number;
  readonly draft: IntentDraft;
  readonly call: string;
}

export interface JudgedFile {
  /** In the order of the file. */
  readonly rows: ImportRow[];
  readonly drafts: readonly LineDraft[];
  /** Cells of lines, by their place in `rows`: of those that are refused, and of those that may be yet. */
  readonly cells: ReadonlyMap<number, readonly ImportCell[]>;
}

export interface JudgeParts {
  readonly store: Pick<Store, 'list' | 'getMany' | 'hashes'>;
  readonly callOf: (draft: IntentDraft, record: StoredRecord | null) => string;
  /** Throws where nobody waits for it any more. */
  readonly goOn: () => void;
  /** Told how many lines are judged. */
  readonly told: (lines: number) => void;
}

/** What each line of a table does by itself, portion by portion; others have their turn between these. */
export async function judgeFile(parts: JudgeParts, table: Table, judging: Judging): Promise<JudgedFile> {
  const { store, callOf, goOn, told } = parts;
  const { entity, fields, always } = judging;
  const columns = fields.flatMap((field, at) => (field === null ? [] : [{ field, at }]));
  const finder = createFinder(store);
  const roles = new Map((await store.list('role', [])).map(({ key, name }) => [key, name]));
  const rows: ImportRow[] = [];
  const drafts: LineDraft[] = [];
  const cells = new Map<number, readonly ImportCell[]>();
  const lines = new Map<string, LinePlace>();
  for await (const portion of table.portions()) {
    await turn();
    goOn();
    told(rows.length);
    const mapped = portion.map(
      (line): MappedLine => ({
        ...line,
        fault: line.fault ?? columns.flatMap(({ at }) => line.odd?.get(at) ?? [])[0],
        named: [...columns.map(({ field, at }) => [field, line.cells[at] ?? null] as const), ...always],
      }),
    );
    for (const { facts, fault, own } of await factsOf({ finder, roles, judging }, mapped)) {
      const judged =
        fault === undefined
          ? once(lines, entity, facts, judgeRow(entity, facts))
          : refused(entity, facts, fault);
      const at = rows.push(judged.row) - 1;
      if (judged.row.outcome !== 'same') cells.set(at, own);
      const record = 'record' in facts.target ? facts.target.record : null;
      for (const draft of judged.drafts) drafts.push({ at, draft, call: callOf(draft, record) });
    }
  }
  return { rows, drafts, cells };
}

/** Where a line stands. What else it says is not kept: of a large file that is much. */
type LinePlace = Pick<RowFacts, 'line' | 'sheet'>;

/** A second line about a record would undo the first one, or fail: it is refused. */
function once(
  lines: Map<string, LinePlace>,
  entity: EntityName,
  facts: RowFacts,
  judged: JudgedRow,
): JudgedRow {
  const key = keyOf(entity, facts, judged);
  if (judged.row.outcome === 'refused' || key === '') return judged;
  const earlier = lines.get(key);
  if (earlier === undefined) {
    lines.set(key, { line: facts.line, sheet: facts.sheet });
    return judged;
  }
  const { line, sheet } = earlier;
  return refused(
    entity,
    facts,
    sheet === undefined || sheet === facts.sheet
      ? t('Line {line, number} is about the same: keep one of the two.', { line })
      : t('Line {line, number} of {sheet} is about the same: keep one of the two.', { line, sheet }),
  );
}

/** What a record is told apart by: its id, or what a new one would be called; '' where nothing does. */
function keyOf(entity: EntityName, { target }: RowFacts, { drafts }: JudgedRow): string {
  if ('record' in target) return target.record.id;
  const [action] = drafts.map((draft) => draft.action);
  const values = action?.verb === 'create' ? action.values : {};
  const [key = []] = keysOf(entity).filter((fields) => fields.every((field) => !!readField(values, field)));
  return key.map((field) => `${field}=${keyText(readField(values, field))}`).join(' ');
}

/** What was seen of a file, as one text: the same as long as every line does the same. */
export function digestOf({ rows, drafts }: Pick<JudgedFile, 'rows' | 'drafts'>): string {
  const hash = createHash('sha256');
  for (const { sheet, line, outcome, why } of rows) hash.update(`${sheet} ${line} ${outcome} ${why}\n`);
  for (const { draft } of drafts) hash.update(canonicalJson(draft as never));
  return hash.digest('hex');
}
