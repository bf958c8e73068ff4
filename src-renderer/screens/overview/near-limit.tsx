import { Skeleton } from '@mantine/core';
import { useList } from '@renderer/bridge/use-list';
import { NoneOf } from '@renderer/screens/shared/none-of';
import { go } from '@renderer/state/use-route';
import { useScoped } from '@renderer/state/use-scope';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { formatCount } from '@renderer/ui/format/format-count';
import { Panel } from '@renderer/ui/layout/panel';
import { SeatsBar } from '@renderer/ui/marks/seats-bar';
import type { PageRequest } from '@shared/contract/page';
import { t } from '@shared/language/t';
import { closeToSeats } from './overview-places';
import classes from './panel-list.module.css';
import { PanelRow } from './panel-row';

/** Rows at most; low windows show the first of them (`panel-list.module.css`). */
const shown = 14;

const close: Omit<PageRequest, 'entity'> = {
  where: [...closeToSeats.where],
  sort: { field: 'fullness', direction: 'desc' },
  thenBy: [{ field: 'name', direction: 'asc' }],
  limit: shown,
};

/** Organizations that are full, over or close to their seats: who calls next. `known`: false until the first copy is complete. */
export function NearLimit({ known }: { readonly known: boolean }) {
  const scoped = useScoped();
  const { rows, total } = useList('organization', known ? { ...close, ...scoped } : null);
  return (
    <Panel
      title={t('At or near their seats')}
      note={rows && formatCount(total)}
      action={
        <LinkButton onClick={() => go(closeToSeats.place.screen, { params: closeToSeats.place.params })}>
          {t('Show all')}
        </LinkButton>
      }
    >
      {!rows && <Skeleton height={8} width="70%" mt={10} />}
      {rows?.length === 0 && (
        <NoneOf entity="organization">{t('Every organization has seats to spare.')}</NoneOf>
      )}
      <ul className={classes.list}>
        {rows?.map(({ id, name, seatsUsed, maxAllowedMemberships }) => (
          <PanelRow
            key={id}
            name={name}
            shape="square"
            onClick={() => go('organizations', { id, params: {} })}
          >
            <SeatsBar used={seatsUsed} limit={maxAllowedMemberships} />
          </PanelRow>
        ))}
      </ul>
    </Panel>
  );
}
