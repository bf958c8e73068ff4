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
export function goToRecord({ entity, recordId, organizationId }: RecordPlace): void {
  const { screen, instead, param, tab, page = true } = modelOf(entity).home;
  const place = ScreenName.parse(screen);
  const scenario = openWorkspace()?.scenario;
  const lacking = !screenTable.some((one) => one.name === place && isScreenIn(one, scenario));
  if (instead !== undefined && lacking) go(ScreenName.parse(instead));
  else if (param !== undefined)
    go(place, { id: organizationId, params: { ...(tab !== undefined && { tab }), [param]: recordId } });
  else if (page) go(place, { id: recordId, params: { ...(tab !== undefined && { tab }) } });
  else go(place);
}
