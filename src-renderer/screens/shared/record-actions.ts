import { engine } from '@renderer/bridge/engine';
import type { Row } from '@renderer/bridge/use-rows';
import { copyLink } from '@renderer/state/copy-link';
import { copyText } from '@renderer/state/copy-text';
import { notifyFailure } from '@renderer/state/notify';
import { go } from '@renderer/state/use-route';
import { narrowTo } from '@renderer/state/use-scope';
import { withdraw } from '@renderer/state/withdraw';
import type { RowActions } from '@renderer/ui/list/virtual-table/row-actions';
import type { ScreenName } from '@shared/contract/screens';
import { type EntityName, modelOf } from '@shared/domain/entity';
import { isProvisional } from '@shared/domain/ids';
import { openStates } from '@shared/domain/intent';
import { organizationOf } from '@shared/domain/organization-of';
import { t } from '@shared/language/t';
import { goToRecord, placeOf } from './go-to-record';

interface RecordsShown<E extends EntityName> {
  readonly screen: ScreenName;
  readonly entity: E;
  readonly open: (id: string) => void;
  readonly edit?: ((id: string) => void) | undefined;
}

/** What can be done with the rows of any table of records, and with its pictures. */
export function recordActions<E extends EntityName>(shown: RecordsShown<E>): RowActions<Row<E>> {
  const { screen, entity, open, edit } = shown;
  const elsewhere = modelOf(entity).home.screen !== screen;
  return {
    open: ({ record }) => open(record.id),
    staged: ({ record }) => record.state !== 'synced',
    ...(elsewhere && {
      page: ({ record }) =>
        goToRecord({ entity, recordId: record.id, organizationId: organizationOf(entity, record) }),
    }),
    ...(modelOf(entity).scope && {
      narrow: ({ record }) => narrowTo(record.id),
      // The service gives another id to a record that is made: nothing can be narrowed to it before.
      narrows: ({ record }) => !isProvisional(record.id),
    }),
    ...(edit && { edit: ({ record }) => edit(record.id) }),
    link: ({ record }) =>
      void copyLink(placeOf({ entity, recordId: record.id, organizationId: organizationOf(entity, record) })),
    copy: copyText,
    history: ({ record }) => go('history', { params: { record: record.id } }),
    withdraw: (rows) => void withdrawFrom(rows.map(({ record }) => record.id)),
  };
}

/** Takes back everything that is staged on these records. */
async function withdrawFrom(ids: readonly string[]): Promise<void> {
  const wanted = new Set(ids);
  const states = openStates.filter((state) => state !== 'sending');
  const open = await engine.call('intents', { states, limit: 20_000 });
  if (!open.ok) return notifyFailure(open.error);
  const own = open.value.filter(({ recordId }) => wanted.has(recordId));
  await withdraw(own, t('{count, plural, one {# change} other {# changes}}', { count: own.length }));
}
