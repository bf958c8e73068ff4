import type { Route } from '@renderer/state/route';
import { go } from '@renderer/state/use-route';
import { openWorkspace } from '@renderer/state/use-session';
import { isScreenIn, ScreenName, screenTable } from '@shared/contract/screens';
import { type EntityName, modelOf } from '@shared/domain/entity';

interface RecordPlace {
  readonly entity: EntityName;
  readonly recordId: string;
  /** '' for what belongs to none. */
  readonly organizationId: string;
}

/** Shows a record where it is at home: an organization on its page, what belongs to one on that page too. */
export function goToRecord(record: RecordPlace): void {
  const { screen, ...to } = placeOf(record);
  go(screen, to);
}

/** Where a record is at home, in the open workspace. */
export function placeOf({ entity, recordId, organizationId }: RecordPlace): Route {
  const { screen, instead, param, tab, page = true } = modelOf(entity).home;
  const place = ScreenName.parse(screen);
  const scenario = openWorkspace()?.scenario;
  const lacking = !screenTable.some((one) => one.name === place && isScreenIn(one, scenario));
  if (instead !== undefined && lacking) return { screen: ScreenName.parse(instead), id: null, params: {} };
  const within: Route['params'] = tab === undefined ? {} : { tab };
  if (param !== undefined)
    return { screen: place, id: organizationId, params: { ...within, [param]: recordId } };
  return page ? { screen: place, id: recordId, params: within } : { screen: place, id: null, params: {} };
}
