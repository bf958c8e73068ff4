import { Skeleton } from '@mantine/core';
import { NoneOf } from '@renderer/screens/shared/none-of';
import type { OrganizationFigures } from '@renderer/screens/shared/organization-figures';
import { go } from '@renderer/state/use-route';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { formatCount } from '@renderer/ui/format/format-count';
import { plural } from '@renderer/ui/format/plural';
import { Panel } from '@renderer/ui/layout/panel';
import { useState } from 'react';
import classes from './panel-list.module.css';
import { PanelRow } from './panel-row';

interface LonelyAdminsProps {
  readonly figures: readonly OrganizationFigures[] | undefined;
}

/** Rows at most; low windows show the first of them (`panel-list.module.css`). */
const shown = 14;
/** Rows that every window shows. */
const always = 7;

/** Organizations that one resignation would leave without an admin; the largest first. */
export function LonelyAdmins({ figures }: LonelyAdminsProps) {
  const [all, setAll] = useState(false);
  const lonely = (figures ?? [])
    .filter(({ admins, used }) => admins !== null && admins <= 1 && used > 1)
    .toSorted((a, b) => b.used - a.used);
  return (
    <Panel
      title="With a single admin"
      tall
      note={figures && formatCount(lonely.length)}
      action={
        lonely.length > always && (
          <LinkButton onClick={() => setAll(!all)}>
            {all ? 'Show the first' : `Show all ${formatCount(lonely.length)}`}
          </LinkButton>
        )
      }
    >
      {!figures && <Skeleton height={8} width="70%" mt={10} />}
      {figures && lonely.length === 0 && (
        <NoneOf entity={figures.some(({ admins }) => admins === null) ? 'membership' : 'organization'}>
          Every organization has at least two admins.
        </NoneOf>
      )}
      <ul className={classes.list} data-all={all || undefined}>
        {lonely.slice(0, all ? lonely.length : shown).map(({ id, name, used, admins }) => (
          <PanelRow
            key={id}
            name={name}
            shape="square"
            onClick={() => go('organizations', { id, params: {} })}
          >
            <span className={classes.note}>
              {admins === 0 ? 'no admin' : '1 admin'} for {plural(used, 'member')}
            </span>
          </PanelRow>
        ))}
      </ul>
    </Panel>
  );
}
