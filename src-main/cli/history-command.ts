import { resolve } from 'node:path';
import type { Engine } from '@main/engine/engine';
import { type ExportFormat, exportFormats } from '@shared/contract/export';
import { type Result, success } from '@shared/contract/failure';
import type { ToldEntry } from '@shared/contract/history';
import type { InputOf } from '@shared/contract/operations';
import { EntityName } from '@shared/domain/entity';
import { HistoryEntry } from '@shared/domain/history-entry';
import { RecordId } from '@shared/domain/ids';
import { Option } from 'commander';
import { pageLimit, pastMoment, pastUntil, wholeNumber, writtenFile } from './option-values';
import type { AddCommand, Run, Shared } from './shared-options';

interface HistoryOptions {
  readonly entity?: string;
  readonly record?: string;
  readonly org?: string;
  readonly from?: number;
  readonly to?: number;
  readonly source?: HistoryEntry['source'];
  readonly text: string;
  readonly limit?: number;
  readonly before?: number;
  readonly out?: string;
  readonly format?: ExportFormat;
  readonly pseudonymise?: boolean;
}

/** What was seen to change, newest first. */
export function addHistoryCommand(command: AddCommand, run: Run): void {
  command('history', 'what was seen to change, newest first')
    .option('--entity <entity>', 'only of this entity')
    .option('--record <id>', 'only of this record')
    .option('--org <id>', 'only inside of this organization')
    .option('--from <time>', 'only from then on, as ISO 8601 or ms', pastMoment)
    .option('--to <time>', 'only until then, as ISO 8601 or ms; of a day until its end', pastUntil)
    .addOption(
      new Option('--source <source>', 'only what was applied from here, or seen on the service').choices([
        ...HistoryEntry.shape.source.options,
      ]),
    )
    .option('--text <needle>', 'only of what was called so', '')
    .option('--limit <n>', 'entries at most, 1 to 500; 50 without', pageLimit)
    .option('--before <seq>', 'only older ones than this entry', wholeNumber)
    .option(
      '--out <file>',
      'all that match as a file; what is there is replaced once it is whole',
      writtenFile,
    )
    .addOption(new Option('--format <format>', 'of the file; csv without').choices([...exportFormats]))
    .option(
      '--pseudonymise',
      'of the file: replaces names, addresses, ids and metadata, the same by the same',
    )
    .action((options: Shared & HistoryOptions, own) => {
      const { from, to, text, limit = 50, before, org, source, out, pseudonymise } = options;
      const entity = options.entity === undefined ? undefined : EntityName.safeParse(options.entity);
      if (entity?.success === false)
        return own.error(`There is no entity "${options.entity}"; choose ${EntityName.options.join(', ')}.`);
      const record = options.record === undefined ? undefined : RecordId.safeParse(options.record);
      if (record?.success === false) return own.error(`"${options.record}" is no id.`);
      if (out === undefined && (options.format !== undefined || pseudonymise))
        return own.error('--format and --pseudonymise are of a file: say with --out where it is written.');
      if (out !== undefined && (options.limit !== undefined || before !== undefined))
        return own.error(
          'A file holds all that match: narrow it by --from and --to, not by --limit or --before.',
        );
      const query = {
        text,
        ...(entity && { entity: entity.data }),
        ...(record && { recordId: record.data }),
        ...(org !== undefined && { organizationId: org }),
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
        ...(source && { source }),
      };
      const page = {
        ...query,
        limit,
        ...(before !== undefined && { beforeSeq: before }),
      };
      if (out !== undefined)
        return run(options, async (engine) => {
          const [file, format] = [resolve(out), options.format ?? 'csv'];
          const written = await engine.exportTable(file, { kind: 'history', query, format, pseudonymise });
          return written.ok ? success({ file, ...written.value }) : written;
        });
      return run(options, async (engine) => {
        const entries = await entriesOf(engine, page);
        return entries.ok ? success({ entries: entries.value }) : entries;
      });
    });
}

/** Entries up to the limit, however far back they lie: whoever asks here can wait, or break it off. */
async function entriesOf(
  engine: Pick<Engine, 'call'>,
  page: InputOf<'history'> & { readonly limit: number },
): Promise<Result<readonly ToldEntry[]>> {
  const entries: ToldEntry[] = [];
  for (let asked = page; ; ) {
    const part = await engine.call('history', { ...asked, limit: page.limit - entries.length });
    if (!part.ok) return part;
    entries.push(...part.value.entries);
    const { next } = part.value;
    if (next === null || entries.length >= page.limit) return success(entries);
    asked = { ...page, beforeSeq: next };
  }
}
