import type { StorePage } from '@main/store/store';
import { type Result, success } from '@shared/contract/failure';
import { mostHits } from '@shared/contract/findings';
import { PageQuery } from '@shared/contract/page';
import type { EntryOf } from '@shared/domain/books/books';
import { readField } from '@shared/domain/field-path';
import { filtersIn } from '@shared/domain/filter/condition';
import { parseFilter } from '@shared/domain/filter/parse-filter';
import { seen } from '@shared/domain/findings/check';
import type { CheckWords, Hit } from '@shared/domain/findings/finding';
import { organizationOf } from '@shared/domain/organization-of';
import { fieldAt } from '@shared/domain/records/fields-of';
import { labelOf } from '@shared/domain/rules/label-of';

/** Rows of a query, its spans told by now. */
export type ReadRows = (query: PageQuery) => Promise<StorePage>;

export type OwnCheck = EntryOf<'findingCheck'>;

/** The id of an admin's own check: no other can have it. */
export const ownId = (entry: OwnCheck): string => `own.${entry.id}`;

const portion = 500;

export const ownWords = (entry: OwnCheck): CheckWords => ({
  id: ownId(entry),
  severity: entry.value.severity,
  title: entry.value.title,
  why: entry.value.why,
  effect: '',
  entity: entry.value.entity,
  fix: '',
  lasting: false,
  own: true,
});

/** What the filter of an own check finds, as tables show it: with what is staged. `total`: all of them; the hits end at `mostHits`. */
export async function findOwn(
  rows: ReadRows,
  { value: { entity, where: conditions, text, few } }: OwnCheck,
): Promise<Result<{ readonly hits: readonly Hit[]; readonly total: number }>> {
  const read = parseFilter(entity, conditions);
  // A book keeps no check that cannot be read; a field may have gone since.
  if (!read.ok) return read;
  const where = [...read.value];
  const fields = [...new Set(filtersIn(where).map(({ field }) => field))];
  const hits: Hit[] = [];
  for (let offset = 0; ; offset += portion) {
    const query = PageQuery.parse({ entity, where, text, offset, limit: portion, ...(few && { few }) });
    const page = await rows(query);
    for (const row of page.rows)
      hits.push({
        entity,
        recordId: row.id,
        organizationId: organizationOf(entity, row),
        name: labelOf(entity, row, ''),
        evidence: fields.map((field) => ({
          ...seen(fieldAt(entity, field)?.label ?? field, readField(row, field) ?? null),
          time: fieldAt(entity, field)?.kind === 'time',
        })),
        readAt: row.sync.fetchedAt,
        staged: (row.state as string) !== 'synced',
        fix: null,
      });
    if (page.rows.length < portion || hits.length >= mostHits)
      return success({ hits: hits.slice(0, mostHits), total: page.total });
  }
}
