import { success } from '@shared/contract/failure';
import { EntityName } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import { pastMoment, wholeNumber } from './option-values';
import type { AddCommand, Run, Shared } from './shared-options';

interface HistoryOptions {
  readonly entity?: string;
  readonly record?: string;
  readonly org?: string;
  readonly from?: number;
  readonly to?: number;
  readonly text: string;
  readonly limit: number;
  readonly before?: number;
}

/** What was seen to change, newest first. */
export function addHistoryCommand(command: AddCommand, run: Run): void {
  command('history', 'what was seen to change, newest first')
    .option('--entity <entity>', 'only of this entity')
    .option('--record <id>', 'only of this record')
    .option('--org <id>', 'only inside of this organization')
    .option('--from <time>', 'only from then on, as ISO 8601 or ms', pastMoment)
    .option('--to <time>', 'only until then, as ISO 8601 or ms', pastMoment)
    .option('--text <needle>', 'only of what was called so', '')
    .option('--limit <n>', 'entries at most, 1 to 500', wholeNumber, 50)
    .option('--before <seq>', 'only older ones than this entry', wholeNumber)
    .action((options: Shared & HistoryOptions, own) => {
      const { from, to, text, limit, before, org } = options;
      const entity = options.entity === undefined ? undefined : EntityName.safeParse(options.entity);
      if (entity?.success === false)
        return own.error(`There is no entity "${options.entity}"; choose ${EntityName.options.join(', ')}.`);
      const record = options.record === undefined ? undefined : RecordId.safeParse(options.record);
      if (record?.success === false) return own.error(`"${options.record}" is no id.`);
      if (limit < 1 || limit > 500) return own.error('--limit must be 1 to 500.');
      const query = {
        text,
        limit,
        ...(entity && { entity: entity.data }),
        ...(record && { recordId: record.data }),
        ...(org !== undefined && { organizationId: org }),
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
        ...(before !== undefined && { beforeSeq: before }),
      };
      return run(options, async (engine) => {
        const entries = await engine.call('history', query);
        return entries.ok ? success({ entries: entries.value }) : entries;
      });
    });
}
