import type { Engine } from '@main/engine/engine';
import { dnsFilter, settingFilter } from '@renderer/screens/applications/fleet-filters';
import { isConfigUnknown, presentValues } from '@renderer/screens/applications/present-values';
import { historyRequest } from '@renderer/screens/history/history-filters';
import {
  type Params,
  type RecordFilter,
  recordQuery,
  stateFilter,
} from '@renderer/screens/kit/record-filter';
import { seatsFilter } from '@renderer/screens/organizations/seats-filter';
import { changedByEntity } from '@renderer/screens/overview/changed-by-entity';
import { needWords } from '@renderer/screens/overview/need-words';
import {
  accessPlaces,
  closeToSeats,
  noOrganization,
  placeOfEnding,
  placeOfPlan,
} from '@renderer/screens/overview/overview-places';
import { inOrganizations, peopleFilters } from '@renderer/screens/people/people-filters';
import { endingName } from '@shared/contract/overview';
import type { PageRequest } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import { parseFilter } from '@shared/domain/filter/parse-filter';
import type { Application } from '@shared/domain/records/record-map';
import { valueIn } from '../support/value-in';

/** A figure of the overview, and how many rows are where it leads. */
export interface Told {
  readonly what: string;
  readonly figure: number;
  readonly rows: number;
}

const sort = { by: 'id', direction: 'asc' } as never;

/** What each figure of the overview is, and as many rows as its screen shows; `scope`: id of an organization, '' for all. */
export async function placesOf(
  engine: Engine,
  entities: readonly EntityName[],
  scope: string,
): Promise<Told[]> {
  const told: Told[] = [];
  const count = async (query: PageRequest): Promise<number> =>
    valueIn(await engine.call('page', { ...query, scope, limit: 1 })).total;
  /** What a table shows for parameters of the route. */
  const shown = (entity: EntityName, filters: readonly RecordFilter[], params: Params): Promise<number> => {
    const conditions = params.where ? valueIn(parseFilter(entity, params.where)) : [];
    return count({
      entity,
      ...recordQuery({ filters, scope: { where: [] }, sort, conditions }, params),
      sort: undefined,
    });
  };
  const facets = async (entity: EntityName, field: string) =>
    valueIn(await engine.call('facets', { query: { entity, scope }, field }));
  const tell = (what: string, figure: number, rows: number): void => void told.push({ what, figure, rows });

  const { counts } = valueIn(await engine.call('status', {}));
  if (scope === '') for (const entity of entities) tell(entity, counts[entity] ?? 0, await count({ entity }));

  const people = [...peopleFilters, inOrganizations];
  const flags = { on: 'twoFactorEnabled', off: 'twoFactorEnabled' } as const;
  if (entities.includes('user'))
    for (const [bar, params] of Object.entries(accessPlaces)) {
      const found = await facets('user', bar in flags ? flags[bar as 'on'] : bar);
      const figure = found.find(({ value }) => value === (bar !== 'off'))?.count ?? 0;
      tell(bar, figure, await shown('user', people, params));
    }
  if (entities.includes('membership') && scope === '')
    tell(
      'in no organization',
      await count(noOrganization.counted),
      await shown('user', people, noOrganization.place.params),
    );
  if (entities.includes('organization'))
    tell(
      'close to seats',
      await count({ entity: 'organization', where: [...closeToSeats.where] }),
      await shown('organization', [], closeToSeats.place.params),
    );
  if (entities.includes('subscriptionItem'))
    for (const { value, count: figure } of await facets('subscriptionItem', 'planName'))
      tell(`plan ${value}`, figure, await shown('subscriptionItem', [], placeOfPlan(String(value)).params));

  const overview = valueIn(await engine.call('overview', { scope }));
  for (const need of overview.needs) {
    const { params = {} } = needWords(need).place;
    if (need.kind === 'full' || need.kind === 'near')
      tell(need.kind, need.count, await shown('organization', [stateFilter, seatsFilter], params));
    if (need.kind === 'domains') tell(need.kind, need.count, await shown('application', [dnsFilter], params));
  }
  for (const ending of overview.ends) {
    const place = placeOfEnding(ending);
    if (place !== null && 'entity' in ending.source)
      tell(`ends: ${endingName(ending)}`, ending.total, await shown(ending.source.entity, [], place.params));
  }
  for (const { entity, created, updated, deleted } of changedByEntity(overview.changed)) {
    const asked = historyRequest({ when: 'week', entity }, Date.now());
    const inScope = scope === '' ? {} : { organizationId: scope };
    let listed = 0;
    for (let beforeSeq: number | null | undefined; beforeSeq !== null; ) {
      const part = { ...asked, ...inScope, limit: 100, ...(beforeSeq !== undefined && { beforeSeq }) };
      const { entries, next } = valueIn(await engine.call('history', part));
      listed += entries.length;
      beforeSeq = next;
    }
    tell(`changed: ${entity}`, created + updated + deleted, listed);
  }
  if (entities.includes('application')) {
    const { rows } = valueIn(await engine.call('page', { entity: 'application', limit: 500 }));
    const read = (rows as unknown as Application[]).filter((row) => !isConfigUnknown(row));
    for (const path of ['config.auth_password.min_length', 'config.auth_multi_factor.required_for_sign_up'])
      for (const { id, value } of presentValues(read, path)) {
        const filter = settingFilter({ set: path, is: id });
        tell(`${path} ${id}`, value, await count({ entity: 'application', where: filter ? [filter] : [] }));
      }
  }
  return told;
}
