import type { StorePage } from '@main/store/store';
import { type Result, success } from '@shared/contract/failure';
import { mostHits } from '@shared/contract/findings';
import { type Condition, PageQuery } from '@shared/contract/page';
import type { EntryOf } from '@shared/domain/books/books';
import type { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { filtersIn } from '@shared/domain/filter/condition';
import { parseFilter } from '@shared/domain/filter/parse-filter';
import { seen } from '@shared/domain/findings/check';
import type { CheckWords, Hit } from '@shared/domain/findings/finding';
import { organizationOf } from '@shared/domain/organization-of';
import { countedBeside, sourcesOf } from '@shared/domain/records/beside';
import { fieldAt } from '@shared/domain/records/fields-of';
import { labelOf } from '@shared/domain/rules/label-of';

/** Rows of a query, its spans told by now, each with the figures that it asks of them. */
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

/** The conditions of a check. A book keeps none that cannot be read; a field may have gone since. */
function conditionsOf({ value: { entity, where, few } }: OwnCheck): Result<readonly Condition[]> {
  const read = parseFilter(entity, where);
  if (!read.ok || few === undefined) return read;
  return success([...read.value, { field: few.figure, op: 'lte', value: few.atMost }]);
}

/** What must be copied for a check to be true: what it lists, and what the figures are counted from that it asks of it. */
export function readBy(entry: OwnCheck): readonly EntityName[] {
  const { entity } = entry.value;
  const read = conditionsOf(entry);
  const figures = filtersIn(read.ok ? read.value : []).flatMap(
    ({ field }) => countedBeside(entity, field) ?? [],
  );
  return [...new Set([entity, ...figures.flatMap(sourcesOf)])];
}

interface FoundOwn {
  readonly hits: readonly Hit[];
  readonly total: number;
  /** Of all of them: something is staged. */
  readonly staged: number;
}

/**
 * What the filter of an own check finds, as tables show it: with what is staged. The counts are of all of them; the hits end at `mostHits`.
 *
 * @param also ids of records that are told whatever stands before them, where it finds them
 * @param scope id of the organization that it is narrowed to
 */
export async function findOwn(
  rows: ReadRows,
  entry: OwnCheck,
  { also, scope }: { readonly also: readonly string[]; readonly scope?: string | undefined },
): Promise<Result<FoundOwn>> {
  const { entity, text } = entry.value;
  const read = conditionsOf(entry);
  if (!read.ok) return read;
  const where = read.value;
  const fields = [...new Set(filtersIn(where).map(({ field }) => field))];
  const ask = (more: readonly Condition[], offset: number, limit = portion): Promise<StorePage> =>
    rows(
      PageQuery.parse({
        ...{ entity, where: [...where, ...more], text, offset, limit },
        ...(scope !== undefined && { scope }),
      }),
    );
  const hits = new Map<string, Hit>();
  const take = (page: StorePage): void => {
    for (const row of page.rows)
      hits.set(row.id, {
        entity,
        recordId: row.id,
        organizationId: organizationOf(entity, row),
        name: labelOf(entity, row, ''),
        evidence: fields.map((field) => ({
          ...seen(
            (fieldAt(entity, field) ?? countedBeside(entity, field))?.label ?? field,
            readField(row, field) ?? null,
          ),
          time: fieldAt(entity, field)?.kind === 'time',
        })),
        readAt: row.sync.fetchedAt,
        staged: (row.state as string) !== 'synced',
        fix: null,
      });
  };
  for (let at = 0; at < also.length; at += portion)
    take(await ask([{ field: 'id', op: 'in', value: also.slice(at, at + portion) }], 0));
  const asked = hits.size;
  for (let offset = 0; ; offset += portion) {
    const page = await ask([], offset);
    take(page);
    if (page.rows.length < portion || hits.size >= mostHits + asked) {
      const { total: staged } = await ask([{ field: 'state', op: 'ne', value: 'synced' }], 0, 1);
      return success({ hits: [...hits.values()], total: page.total, staged });
    }
  }
}
