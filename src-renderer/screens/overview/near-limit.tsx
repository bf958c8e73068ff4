import { Skeleton } from '@mantine/core';
import { NoneOf } from '@renderer/screens/shared/none-of';
import type { OrganizationFigures } from '@renderer/screens/shared/organization-figures';
import { figuresLimit } from '@renderer/screens/shared/use-organization-figures';
import { go } from '@renderer/state/use-route';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { formatCount } from '@renderer/ui/format/format-count';
import { Panel } from '@renderer/ui/layout/panel';
import { SeatsBar } from '@renderer/ui/marks/seats-bar';
import classes from './panel-list.module.css';
import { PanelRow } from './panel-row';

interface NearLimitProps {
  readonly figures: readonly OrganizationFigures[] | undefined;
  /** False when only the first organizations were looked at. */
  readonly complete: boolean;
}

/** Rows at most; low windows show the first of them (`panel-list.module.css`). */
const shown = 14;

/** Organizations that are full, over or close to their seats: who calls next. */
export function NearLimit({ figures, complete }: NearLimitProps) {
  const close = (figures ?? []).filter(
    ({ level }) => level === 'over' || level === 'full' || level === 'near',
  );
  return (
    <Panel
      title="At or near their seats"
      tall
      note={
        figures &&
        `${formatCount(close.length)}${complete ? '' : ` of the first ${formatCount(figuresLimit)}`}`
      }
      action={<LinkButton onClick={() => go('limits', { params: {} })}>All limits</LinkButton>}
    >
      {!figures && <Skeleton height={8} width="70%" mt={10} />}
      {figures && close.length === 0 && (
        <NoneOf entity="organization">Every organization has seats to spare.</NoneOf>
      )}
      <ul className={classes.list}>
        {close.slice(0, shown).map(({ id, name, used, limit }) => (
          <PanelRow
            key={id}
            name={name}
            shape="square"
            onClick={() => go('organizations', { id, params: {} })}
          >
            <SeatsBar used={used} limit={limit} />
          </PanelRow>
        ))}
      </ul>
    </Panel>
  );
}
