import type { Audit } from '@main/audit/audit';
import { keptAnswer } from '@main/store/kept-answers';
import type { Store } from '@main/store/store';
import { type Result, success } from '@shared/contract/failure';
import { type Facet, type Filter, PageQuery } from '@shared/contract/page';
import { readField } from '@shared/domain/field-path';
import { atMoment } from '@shared/domain/filter/span';
import { type ScopedBy, scopedBy } from '@shared/domain/scoped-by';
import { type FigureReads, figuresTold } from './tell-figures';

type Placed = Extract<ScopedBy, { readonly place: string }>;

/** The query with its spans told by now (ms), its figures by what is counted, and the conditions that narrow it to its organization. What belongs to the whole instance stays as it is. */
export async function narrowed(store: FigureReads, wanted: PageQuery, now: number): Promise<PageQuery> {
  const { entity } = wanted;
  const where = await figuresTold(store, entity, atMoment(entity, wanted.where, now));
  const query = { ...wanted, where };
  const by = scopeOf(query);
  if (by === null) return query;
  if (by.through === undefined) return within(query, { field: by.field, op: 'eq', value: query.scope ?? '' });
  const { through, says } = by;
  const placed = placing(query, by);
  const key = `placed ${through} ${says} ${JSON.stringify(placed)}`;
  const ids = await keptAnswer(store, { key, of: [through] }, async () =>
    placedIds(by, await store.list(through, [placed])),
  );
  return placedBy(query, by, ids);
}

/** The same of a table as it was: by what placed its rows then. */
export async function narrowedAt(
  audit: Pick<Audit, 'page'>,
  query: PageQuery,
  at: number,
): Promise<Result<PageQuery>> {
  const by = scopeOf(query);
  if (by === null) return success(query);
  if (by.through === undefined)
    return success(within(query, { field: by.field, op: 'eq', value: query.scope ?? '' }));
  const asked = PageQuery.parse({ entity: by.through, where: [placing(query, by)] });
  const then = await audit.page({ ...asked, limit: 1_000_000 }, at);
  return then.ok ? success(placedBy(query, by, placedIds(by, then.value.rows))) : then;
}

/** How many people hold each role, by its key, each once; with `scope` in that organization, where nobody has two places. */
export async function peopleByRole(
  store: Pick<Store, 'facets' | 'countDistinct'>,
  scope: string | undefined,
): Promise<Facet[]> {
  if (scope === undefined) return [...(await store.countDistinct('membership', 'role', 'userId'))];
  const where = [{ field: 'organizationId', op: 'eq', value: scope }] as const;
  return [...(await store.facets(PageQuery.parse({ entity: 'membership', where }), 'role'))];
}

const scopeOf = ({ scope = '', entity }: PageQuery): ScopedBy | null =>
  scope === '' ? null : scopedBy(entity);
const placing = ({ scope = '' }: PageQuery, { place }: Placed): Filter => ({
  field: place,
  op: 'eq',
  value: scope,
});
const within = (query: PageQuery, filter: Filter): PageQuery => ({
  ...query,
  where: [...query.where, filter],
});

const placedIds = ({ says }: Placed, rows: readonly object[]): string[] => [
  ...new Set(rows.map((row) => String(readField(row, says)))),
];
const placedBy = (query: PageQuery, { field }: Placed, value: string[]): PageQuery =>
  within(query, { field, op: 'in', value });
