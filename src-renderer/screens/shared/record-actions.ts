import { engine } from '@renderer/bridge/engine';
import { copyText } from '@renderer/state/copy-text';
import { notifyFailure } from '@renderer/state/notify';
import { go } from '@renderer/state/use-route';
import { withdraw } from '@renderer/state/withdraw';
import { plural } from '@renderer/ui/format/plural';
import type { RowActions } from '@renderer/ui/list/virtual-table/row-actions';
import { openStates } from '@shared/domain/intent';

type Own<T> = Pick<RowActions<T>, 'open' | 'page' | 'edit' | 'staged'> & {
  readonly idOf: (row: T) => string;
};

/** What can be done with the rows of any table of records; a table adds where its rows lead. */
export function recordActions<T>({ idOf, ...own }: Own<T>): RowActions<T> {
  return {
    ...own,
    copy: copyText,
    history: (row) => go('history', { params: { record: idOf(row) } }),
    withdraw: (rows) => void withdrawFrom(rows.map(idOf)),
  };
}

/** Takes back everything that is staged on these records. */
async function withdrawFrom(ids: readonly string[]): Promise<void> {
  const wanted = new Set(ids);
  const states = openStates.filter((state) => state !== 'sending');
  const open = await engine.call('intents', { states, limit: 20_000 });
  if (!open.ok) return notifyFailure(open.error);
  const own = open.value.filter(({ recordId }) => wanted.has(recordId));
  await withdraw(own, plural(own.length, 'change'));
}
