import { readBook } from '@main/books/books';
import type { Store } from '@main/store/store';
import { type Ending, endDays, soonDays } from '@shared/contract/overview';
import { type Filter, PageQuery } from '@shared/contract/page';
import { configField } from '@shared/domain/config-field';
import { type EntityName, modelOf } from '@shared/domain/entity';
import { checks } from '@shared/domain/findings/checks';
import { RecordId } from '@shared/domain/ids';
import { organizationOf } from '@shared/domain/organization-of';
import { labelOf } from '@shared/domain/rules/label-of';
import { scopedBy } from '@shared/domain/scoped-by';
import { dayMs } from '@shared/domain/utc-day';
import { t } from '@shared/language/t';
import { asConditions } from './kept-days';
import type { Rows } from './rows';

/** Of each kind, so many are told one by one. */
const told = 20;

type End = Ending['first'][number];

interface Parts {
  readonly store: Store;
  readonly rows: Rows;
  readonly now: () => number;
}

/** What ends within `endDays`, kind by kind; a kind of which nothing ends is left out. */
export async function readEnds(
  parts: Parts,
  entities: readonly EntityName[],
  scope: string,
): Promise<readonly Ending[]> {
  const found: Ending[] = [];
  for (const entity of entities) {
    const ending = await endingRows(parts, entity, scope);
    if (ending !== null) found.push(ending);
  }
  // What was agreed here belongs to the whole workspace.
  if (scope === '') found.push(...(await endingEntries(parts)));
  return found.filter(({ total }) => total > 0);
}

async function endingRows(parts: Parts, entity: EntityName, scope: string): Promise<Ending | null> {
  const { ends } = modelOf(entity);
  // Under a scope, what belongs to the whole instance is no more told than what was agreed here.
  if (ends === undefined || (scope !== '' && scopedBy(entity) === null)) return null;
  const now = parts.now();
  const within: Filter = { field: ends.field, op: 'between', value: [now, now + endDays * dayMs] };
  const query = PageQuery.parse({
    entity,
    where: [within, ...asConditions(ends.where)],
    sort: { field: ends.field, direction: 'asc' },
    limit: told,
    scope,
  });
  const page = await parts.rows.page(query);
  if (page.total === 0) return null;
  const facets = await parts.rows.facets(query, ends.field);
  const times = facets.map(({ value, count }) => ({ at: Number(value), count }));
  const first = page.rows.map((row): End => {
    const id = RecordId.parse(row.id);
    const name = page.extras[id]?.organizationName;
    return {
      id,
      organizationId: organizationOf(entity, row),
      label: labelOf(entity, row as never, typeof name === 'string' ? name : ''),
      at: Number(row[ends.field]),
    };
  });
  return { source: { entity }, says: ends.says, ...summed(times, now), first };
}

/** Acceptances, exceptions, promotions and what was agreed with one customer, as long as they hold. */
async function endingEntries({ store, now }: Parts): Promise<readonly Ending[]> {
  const at = now();
  const applications = async (id: string): Promise<string> =>
    (await store.get('application', RecordId.parse(id)))?.name || id;
  const settingName = (path: string): string => configField(path)?.label ?? path;
  const accepted = (await readBook(store, 'findingAcceptance')).map(({ id, value }) => ({
    id,
    at: value.until,
    label: value.name || (checks.find((check) => check.id === value.check)?.title ?? value.check),
  }));
  const exceptions = (await readBook(store, 'exception')).map(({ id, value }) => ({
    id,
    at: value.until,
    label: async () =>
      t('{setting} of {application}', {
        setting: settingName(value.path),
        application: await applications(value.applicationId),
      }),
  }));
  const promotions = (await readBook(store, 'customerPlan')).flatMap(({ id, value }) =>
    value.promotions.map(({ limit, until }) => ({ id, at: until, label: `${value.name}: ${limit}` })),
  );
  const overrides = (await readBook(store, 'customerSubscription')).flatMap(({ id, value }) =>
    value.overrides.map(({ limit, until }) => ({
      id,
      at: until,
      label: async () => `${await applications(id)}: ${limit}`,
    })),
  );
  const kinds = [
    { book: 'findingAcceptance', says: t('Accepted findings'), all: accepted },
    { book: 'exception', says: t('Exceptions from baselines'), all: exceptions },
    { book: 'customerPlan', says: t('Promotions of plans'), all: promotions },
    { book: 'customerSubscription', says: t('Limits agreed with a customer'), all: overrides },
  ] as const;
  return Promise.all(
    kinds.map(async ({ book, says, all }): Promise<Ending> => {
      const ending = all
        .flatMap((each) => (each.at === null ? [] : [{ ...each, at: each.at }]))
        .filter((each) => each.at >= at && each.at <= at + endDays * dayMs)
        .sort((a, b) => a.at - b.at);
      const first = ending.slice(0, told).map(async ({ id, label, at: until }) => ({
        id,
        organizationId: '',
        label: typeof label === 'string' ? label : await label(),
        at: until,
      }));
      const times = ending.map((each) => ({ at: each.at, count: 1 }));
      return { source: { book }, says, ...summed(times, at), first: await Promise.all(first) };
    }),
  );
}

/** Ends by the day from now on, and how many of them are soon. Pure. */
export function summed(
  times: readonly { readonly at: number; readonly count: number }[],
  now: number,
): Pick<Ending, 'total' | 'soon' | 'days'> {
  const days = new Map<number, number>();
  let soon = 0;
  let total = 0;
  for (const { at, count } of times) {
    const day = Math.floor((at - now) / dayMs);
    days.set(day, (days.get(day) ?? 0) + count);
    total += count;
    if (day < soonDays) soon += count;
  }
  const sorted = [...days].sort(([a], [b]) => a - b).map(([day, count]) => ({ day, count }));
  return { total, soon, days: sorted };
}
