import { createHash } from 'node:crypto';
import { failure, type Result, success } from '@shared/contract/failure';
import type {
  ImportOptions,
  ImportPreview,
  ImportProgress,
  ImportSummary,
  OpenedImport,
  StagedImport,
} from '@shared/contract/import';
import type { StageReport } from '@shared/contract/stage-report';
import type { ChangeSetId } from '@shared/domain/ids';
import type { ImportOutcome, ImportRow } from '@shared/domain/import/import-row';
import { textOf } from '@shared/domain/import/read-cell';
import type { IntentDraft } from '@shared/domain/intent';
import { callCount, planTime } from '@shared/domain/reconcile/plan-time';
import { t } from '@shared/language/t';
import { digestOf, type JudgedFile, type JudgeParts, judgeFile } from './judge-file';
import { mapColumns } from './map-columns';
import { type OpenTable, ReadingEnded, readAside } from './read-aside';
import { refusedText } from './refused-text';
import { settleDrafts, type TryOut } from './settle-drafts';
import { type Table, Unreadable } from './table';

interface ImportParts extends Pick<JudgeParts, 'store' | 'callOf'> {
  readonly tryOut: TryOut;
  readonly stage: (
    drafts: readonly IntentDraft[],
    changeSetId: ChangeSetId | undefined,
  ) => Promise<StageReport>;
  /** Requests that the service takes. */
  readonly requestsPer10s: number;
}

interface OpenFile {
  readonly table: OpenTable;
  /** How often it was opened and not closed: the same text again is the same file. */
  holders: number;
  /** Grows with each preview: the earlier ones end. */
  turn: number;
}

interface Preview {
  readonly options: ImportOptions;
  readonly judged: JudgedFile;
  readonly digest: string;
}

/** Files and previews that are kept: a window shows one, and may be choosing the next. */
const mostKept = 3;
/** Changes of one import: as many as are staged at once from anywhere. */
const mostChanges = 20_000;

class Cancelled extends Error {}

/** Files that come in: what was seen of one is what is staged of it. */
export function createImport({ store, callOf, tryOut, stage, requestsPer10s }: ImportParts) {
  const files = new Map<string, OpenFile>();
  const previews = new Map<string, Preview>();
  /** What ends files that are being opened, by their tickets. */
  const opening = new Map<string, () => void>();
  const watch = createProgress();

  async function judged(options: ImportOptions): Promise<Result<JudgedFile>> {
    const open = files.get(options.file);
    if (open === undefined) return gone;
    open.turn += 1;
    const { turn } = open;
    const goOn = (): void => {
      if (files.get(options.file)?.turn !== turn) throw new Cancelled();
    };
    const { lines } = open.table;
    const mapped = mapColumns(open.table.columns, options);
    if (!mapped.ok) return mapped;
    const { entity, emptyClears, onlyExisting } = options;
    const judging = { entity, ...mapped.value, emptyClears, onlyExisting };
    try {
      const told = (done: number): void =>
        watch.tell({ phase: 'judging', done, lines: Math.max(lines, done) });
      told(0);
      const read = await judgeFile({ store, callOf, goOn, told }, open.table, judging);
      watch.tell({ phase: 'trying', done: read.rows.length, lines: read.rows.length });
      return success(await settleDrafts(read, tryOut, goOn));
    } catch (error) {
      if (error instanceof Unreadable) return { ok: false, error: error.failure };
      if (error instanceof Cancelled || error instanceof ReadingEnded) return ended;
      throw error;
    } finally {
      if (files.get(options.file)?.turn === turn) watch.tell(null);
    }
  }

  const drop = (file: string): void => {
    files.get(file)?.table.close();
    files.delete(file);
  };

  /** Lets go of a file that was opened; the last to do so closes it. */
  const leave = (file: string): void => {
    const open = files.get(file);
    if (open !== undefined) open.holders -= 1;
    if (open !== undefined && open.holders > 0) return;
    drop(file);
    for (const [id, { options }] of previews) if (options.file === file) previews.delete(id);
  };

  return {
    async open(bytes: Uint8Array, head?: readonly string[], ticket = ''): Promise<Result<OpenedImport>> {
      const file = createHash('sha256')
        .update(bytes)
        .update(head?.join('\n') ?? '')
        .digest('hex');
      watch.tell({ phase: 'reading', done: 0, lines: 0 });
      let holds = false;
      try {
        const read = await readAside(bytes, head, (end) => opening.set(ticket, end));
        if (!read.ok) return read;
        if (files.has(file)) read.value.close();
        const open = files.get(file) ?? { table: read.value, holders: 0, turn: 0 };
        const { table } = open;
        open.holders += 1;
        holds = true;
        // From here on others may share it: who no longer waits lets go of it by its id.
        opening.delete(ticket);
        // Opened last, it is let go of last.
        files.delete(file);
        files.set(file, open);
        for (const id of [...files.keys()].slice(0, -mostKept)) drop(id);
        const samples = await samplesOf(table);
        const columns = table.columns.map((name, at) => ({ name, samples: samples[at] ?? [] }));
        return success({ file, format: table.format, columns, notes: [...table.notes] });
      } catch (error) {
        if (holds) leave(file);
        if (error instanceof Unreadable) return { ok: false, error: error.failure };
        if (error instanceof ReadingEnded) return ended;
        throw error;
      } finally {
        opening.delete(ticket);
        watch.tell(null);
      }
    },

    async preview(options: ImportOptions): Promise<Result<ImportPreview>> {
      const found = await judged(options);
      const table = files.get(options.file)?.table;
      if (!found.ok) return found;
      if (table === undefined) return gone;
      const { rows, drafts } = found.value;
      const digest = digestOf(found.value);
      const id = createHash('sha256').update(JSON.stringify(options)).update(digest).digest('hex');
      previews.delete(id);
      previews.set(id, { options, judged: found.value, digest });
      trim(previews);
      const steps = drafts.map(({ call, draft }) => ({ call, verb: draft.action.verb }));
      const mapped = mapColumns(table.columns, options);
      return success({
        preview: id,
        columns: mapped.ok ? mapped.value.told : [],
        summary: summaryOf(rows),
        changes: drafts.length,
        calls: callCount(steps),
        time: planTime(steps, requestsPer10s),
      });
    },

    rows(
      preview: string,
      { outcome, offset, limit }: { outcome: ImportOutcome | null; offset: number; limit: number },
    ): Result<{ rows: ImportRow[]; total: number }> {
      const kept = previews.get(preview);
      if (kept === undefined) return gone;
      const rows =
        outcome === null ? kept.judged.rows : kept.judged.rows.filter((row) => row.outcome === outcome);
      return success({ rows: rows.slice(offset, offset + limit), total: rows.length });
    },

    refused(preview: string): Result<{ text: string }> {
      const kept = previews.get(preview);
      const table = kept && files.get(kept.options.file)?.table;
      return kept === undefined || table === undefined
        ? gone
        : success({ text: refusedText(table.columns, kept.judged) });
    },

    async stage(
      preview: string,
      file: string | undefined,
      changeSetId: ChangeSetId | undefined,
    ): Promise<Result<StagedImport>> {
      const kept = previews.get(preview);
      if (kept === undefined) return gone;
      if (file !== undefined && file !== kept.options.file)
        return stale(t('The file is another one than the one that was looked at.'));
      const now = await judged(kept.options);
      if (!now.ok) return now;
      if (digestOf(now.value) !== kept.digest)
        return stale(t('The copy has changed: lines would do something else by now.'));
      const drafts = now.value.drafts.map(({ draft }) => draft);
      if (drafts.length > mostChanges)
        return failure(
          'invalid-input',
          t(
            'These are {count, number} changes, and at most {mostChanges, number} are staged at once. Nothing was staged.',
            { count: drafts.length, mostChanges },
          ),
          t('Split the file.'),
        );
      if (drafts.length === 0) return success({ staged: 0, left: 0, why: '', undoGroup: '' });
      // Taken away first: whoever asks again meanwhile stages nothing twice.
      if (!previews.delete(preview)) return gone;
      const { staged, rejected } = await stage(drafts, changeSetId);
      const [odd] = rejected;
      if (odd !== undefined && staged.length === 0) return { ok: false, error: odd.failure };
      const why = odd === undefined ? '' : `${odd.failure.message} ${odd.failure.next}`;
      return success({
        staged: staged.length,
        left: rejected.length,
        why,
        undoGroup: staged[0]?.gesture ?? '',
      });
    },

    /** @param file its id, or the ticket of one that is being opened */
    close(file: string): void {
      opening.get(file)?.();
      leave(file);
    },
    progress: watch.progress,
    subscribe: watch.subscribe,
    /** Ends what is being read. */
    stop(): void {
      for (const end of opening.values()) end();
      for (const file of [...files.keys()]) drop(file);
    },
  };
}

export type Import = ReturnType<typeof createImport>;

const gone = failure(
  'not-found',
  t('The file is not open any more. Nothing was changed.'),
  t('Choose it again.'),
);

const ended = failure(
  'not-found',
  t('The reading of the file was ended. Nothing was changed.'),
  t('Choose it again.'),
);

const stale = (why: string): Result<never> =>
  failure('stale-plan', t('{why} Nothing was staged.', { why }), t('Preview the file again.'));

/** How far the file is that is being read, and whom that is told. */
function createProgress() {
  const listeners = new Set<() => void>();
  let now: ImportProgress = null;
  return {
    progress: (): ImportProgress => now,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (next: ImportProgress): void => {
      now = next;
      for (const listener of [...listeners]) listener();
    },
  };
}

function trim(kept: Map<string, unknown>): void {
  for (const id of [...kept.keys()].slice(0, -mostKept)) kept.delete(id);
}

function summaryOf(rows: readonly ImportRow[]): ImportSummary {
  const summary = { same: 0, changed: 0, new: 0, removed: 0, refused: 0 };
  for (const { outcome } of rows) summary[outcome] += 1;
  return summary;
}

/** What stands in the first lines, by column. */
async function samplesOf(table: Table): Promise<readonly string[][]> {
  for await (const lines of table.portions()) {
    const texts = (at: number): string[] =>
      lines.slice(0, 50).flatMap(({ cells }) => textOf(cells[at] ?? null).slice(0, 200) || []);
    return table.columns.map((_, at) => [...new Set(texts(at))].slice(0, 3));
  }
  return table.columns.map(() => []);
}
