import type { Audit } from '@main/audit/audit';
import type { Store, StorePage } from '@main/store/store';
import type { ExportFormat, ExportReport, ExportRequest, TableExport } from '@shared/contract/export';
import { type Failure, type Result, success } from '@shared/contract/failure';
import type { Filter, PageQuery } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import { exportCell } from '@shared/domain/export/export-cell';
import { type ExportColumn, exportColumn, exportColumns } from '@shared/domain/export/export-columns';
import type { PseudonymHash } from '@shared/domain/export/pseudonym';
import { pseudonymised } from '@shared/domain/export/pseudonymise';
import { readField } from '@shared/domain/field-path';
import type { JsonObject } from '@shared/domain/json';
import { besideOf } from '@shared/domain/records/beside';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { csvEncoder, jsonLinesEncoder } from './encode-text';
import { xlsxEncoder } from './encode-xlsx';
import { entryRow, historyColumns, type ReadHistory, walkEntries } from './history-rows';
import { pseudonymHash } from './pseudonym-hash';
import type { EncoderOf, ExportedRow } from './table-encoder';
import { writeStreamed } from './write-streamed';

interface ExportParts {
  readonly store: Pick<Store, 'list' | 'subscribe'>;
  readonly audit: Pick<Audit, 'page'>;
  /** A query with the conditions that narrow it to its scope, as that was at a past moment (ms) where one is given. */
  readonly narrowed: (query: PageQuery, at: number | undefined) => Promise<Result<PageQuery>>;
  /** Rows of a narrowed query; how many there are in all is not counted. */
  readonly rows: (query: PageQuery) => Promise<StorePage>;
  /** Reads what stands beside the rows of one export under these names, portion by portion: by record id, and of one moment. */
  readonly openBeside: () => (
    entity: EntityName,
    rows: readonly StoredRecord[],
    names: readonly string[],
  ) => Promise<Readonly<Record<string, JsonObject>>>;
  /** Entries of history, newest first. */
  readonly history: ReadHistory;
  /** What pseudonyms of this workspace are made with. */
  readonly salt: string;
}

/** Ends an export whose rows cannot be read: the moment may lie before all history, or the workspace closes. */
class Unread extends Error {
  constructor(readonly failure: Failure) {
    super(failure.message);
  }
}

const closing = new Unread({
  code: 'engine-stopped',
  message: t('The workspace was closed meanwhile. What was there before is still there.'),
  next: t('Open the workspace, and export again.'),
});

/** Rows that are read at once: each question finds its place anew, which costs more the larger the table is. */
export const exportPortion = 2_000;
/** Rows that are encoded at once: what is left of more of them outlives V8's young generation, and piles up until it looks at the old one. */
const encodedAtOnce = 500;
/** Of a past moment: each page reads all changes since then. */
const pastPortion = 20_000;

/** Writes tables to files, row by row: however many there are, few are in memory. */
export function createExport(parts: ExportParts) {
  const { store, salt } = parts;
  const running = new Set<Promise<unknown>>();
  let isClosing = false;

  const write = async (to: string, request: ExportRequest): Promise<Result<ExportReport>> => {
    const { format } = request;
    const hash = request.pseudonymise ? pseudonymHash(salt) : null;
    const { columns, portions, live } = leaving(parts, request, hash);
    const roles = format === 'xlsx' ? (await store.list('role', [])).map(({ key }) => key).sort() : [];
    const encoder = encoderOf(format, roles)(columns);
    let rows = 0;
    let changedMeanwhile = false;
    const end = store.subscribe(({ entities }) => {
      changedMeanwhile ||= live !== undefined && entities.has(live);
    });
    async function* encoded() {
      yield encoder.begin();
      for await (const some of portions) {
        if (isClosing) throw closing;
        rows += some.length;
        for (let at = 0; at < some.length; at += encodedAtOnce)
          yield encoder.rows(some.slice(at, at + encodedAtOnce).map((row) => exported(row, columns, hash)));
      }
      yield encoder.end();
    }
    try {
      const written = await writeStreamed(to, encoded());
      if (!written.ok) return written;
      const named = columns.map(({ path }) => path);
      return success({ rows, bytes: written.value, columns: named, cut: encoder.cut(), changedMeanwhile });
    } catch (error) {
      if (error instanceof Unread) return { ok: false, error: error.failure };
      throw error;
    } finally {
      end();
    }
  };

  return {
    write(to: string, request: ExportRequest): Promise<Result<ExportReport>> {
      const written = write(to, request);
      const settled = written.catch(() => undefined).finally(() => running.delete(settled));
      running.add(settled);
      return written;
    },
    /** Ends what is being written; nothing is left of it. */
    async stop(): Promise<void> {
      isClosing = true;
      await Promise.all(running);
    },
  };
}

function encoderOf(format: ExportFormat, roles: readonly string[]): EncoderOf {
  return { csv: csvEncoder, jsonl: jsonLinesEncoder, xlsx: xlsxEncoder(roles) }[format];
}

function exported(row: object, columns: readonly ExportColumn[], hash: PseudonymHash | null): ExportedRow {
  const values = columns.map((column) => {
    const value = readField(row, column.path);
    return hash === null ? value : pseudonymised(column, value, hash);
  });
  return { values, cells: values.map((value, at) => exportCell(columns[at]?.kind ?? 'text', value)) };
}

interface Leaving {
  readonly columns: readonly ExportColumn[];
  readonly portions: AsyncIterable<readonly object[]>;
  /** Whose rows may change while they are read; undefined for what is past. */
  readonly live: EntityName | undefined;
}

/** What was asked for, as columns and rows: of a table, or of history. */
function leaving(parts: ExportParts, request: ExportRequest, hash: PseudonymHash | null): Leaving {
  if (request.kind === 'history') {
    const portions = walkEntries(parts.history, request.query, (entry) => entryRow(entry, hash));
    return { columns: historyColumns, portions, live: undefined };
  }
  const { query, columns: paths, asOf } = request;
  const { entity } = query;
  const columns =
    paths.length === 0 ? exportColumns(entity) : paths.flatMap((path) => exportColumn(entity, path) ?? []);
  const live = asOf === undefined ? entity : undefined;
  return { columns, portions: withBeside(parts, request, columns), live };
}

/** Rows, each with what its columns tell of other records. */
async function* withBeside(
  parts: ExportParts,
  request: TableExport,
  columns: readonly ExportColumn[],
): AsyncGenerator<readonly object[]> {
  const { entity } = request.query;
  const names = Object.keys(besideOf(entity)).filter((name) => columns.some(({ path }) => path === name));
  if (names.length === 0) return yield* tablePortions(parts, request);
  // Only what leaves: a copy of a whole record costs as much as to read it.
  const heads = [...new Set(columns.map(({ path }) => path.split('.')[0] ?? path))];
  const besideOfRows = parts.openBeside();
  for await (const portion of tablePortions(parts, request)) {
    // Of a past moment no such column is asked for: these are rows of the store.
    const rows = portion as readonly StoredRecord[];
    const beside = await besideOfRows(entity, rows, names);
    yield rows.map((row) => {
      const all = beside[row.id];
      return Object.fromEntries(heads.map((head) => [head, readField(row, head) ?? all?.[head]]));
    });
  }
}

/** Rows in the order that was asked for; in that of their ids, which no write shifts, where none was. */
async function* tablePortions(
  { store, audit, rows: readRows, narrowed }: ExportParts,
  { query, asOf }: TableExport,
): AsyncGenerator<readonly object[]> {
  const scoped = await narrowed(query, asOf);
  if (!scoped.ok) throw new Unread(scoped.error);
  const asked = scoped.value;
  const { entity, where } = asked;
  if (asOf === undefined && query.sort === undefined) {
    const isPlain = query.text === '';
    const byId = {
      ...asked,
      sort: { field: 'id', direction: 'asc' as const },
      offset: 0,
      limit: exportPortion,
    };
    for (let after: Filter[] = []; ; ) {
      const within = [...where, ...after];
      const rows = isPlain
        ? await store.list(entity, within, exportPortion)
        : (await readRows({ ...byId, where: within })).rows;
      yield rows;
      const last = rows.at(-1);
      if (rows.length < exportPortion || last === undefined) return;
      after = [{ field: 'id', op: 'gt', value: last.id }];
    }
  }
  const sort = asked.sort ?? { field: 'id', direction: 'asc' as const };
  const limit = asOf === undefined ? exportPortion : pastPortion;
  for (let offset = 0; ; offset += limit) {
    const window = { ...asked, sort, offset, limit };
    const page = asOf === undefined ? success(await readRows(window)) : await audit.page(window, asOf);
    if (!page.ok) throw new Unread(page.error);
    yield page.value.rows;
    if (page.value.rows.length < limit) return;
  }
}
