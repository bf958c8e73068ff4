import { engine } from '@renderer/bridge/engine';
import { notifyFailure } from '@renderer/state/notify';
import { go } from '@renderer/state/use-route';
import { openWorkspace } from '@renderer/state/use-session';
import type { InputOf } from '@shared/contract/operations';
import { isScreenIn, type ScreenName, screenTable } from '@shared/contract/screens';
import type { EntityName } from '@shared/domain/entity';
import { filterText } from '@shared/domain/filter/filter-text';

/** Records that one table is asked for by their ids. */
export const mostInTable = 200;

/** The screen whose first table lists an entity; undefined where none does. */
export const tableOf = (entity: EntityName): ScreenName | undefined => {
  const scenario = openWorkspace()?.scenario;
  return screenTable.find((one) => 'counted' in one && one.shows[0] === entity && isScreenIn(one, scenario))
    ?.name;
};

/** Shows the first records that a check hits, those left out that are accepted, as a table: to sort, choose and change. */
export async function showHits(
  of: Pick<InputOf<'findingHits'>, 'check' | 'scope'>,
  entity: EntityName,
  screen: ScreenName,
): Promise<void> {
  const found = await engine.call('findingHits', { ...of, limit: mostInTable });
  if (!found.ok) return notifyFailure(found.error);
  const ids = found.value.hits.flatMap((hit) => (hit.entity === entity ? [hit.recordId] : []));
  go(screen, { params: { where: filterText(entity, [{ field: 'id', op: 'in', value: ids }]) } });
}
