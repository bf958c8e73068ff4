import { Skeleton } from '@mantine/core';
import { decodeRecord } from '@renderer/bridge/decode-record';
import { useAnswer } from '@renderer/bridge/use-answer';
import { NoneOf } from '@renderer/screens/shared/none-of';
import { useUnlisted } from '@renderer/state/left-out-context';
import { go } from '@renderer/state/use-route';
import { useScoped } from '@renderer/state/use-scope';
import { useWorkspace } from '@renderer/state/use-session';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { formatCount } from '@renderer/ui/format/format-count';
import { Panel } from '@renderer/ui/layout/panel';
import type { ServiceName } from '@shared/domain/services';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './panel-list.module.css';
import { PanelRow } from './panel-row';

/** Rows at most; low windows show the first of them (`panel-list.module.css`). */
const shown = 14;
/** Rows that every window shows. */
const always = 7;
/** Rows of the whole list: a page of the engine. */
const most = 500;

interface LonelyAdminsProps {
  /** False until the first copy is complete. */
  readonly known: boolean;
  readonly version: string;
}

interface LonelyWords {
  readonly title: string;
  readonly nobody: string;
  readonly left: (count: number) => string;
  readonly single: (count: number) => string;
}

/** Whoever may do everything in an organization, as each service calls them (`services[…].elevated`). */
const words: Readonly<Record<ServiceName, LonelyWords>> = {
  clerk: {
    title: t('With one admin or none'),
    nobody: t('Every organization has at least two admins.'),
    left: (count) => t('no admin for {count, plural, one {# member} other {# members}}', { count }),
    single: (count) => t('1 admin for {count, plural, one {# member} other {# members}}', { count }),
  },
  'better-auth': {
    title: t('With one owner or none'),
    nobody: t('Every organization has at least two owners.'),
    left: (count) => t('no owner for {count, plural, one {# member} other {# members}}', { count }),
    single: (count) => t('1 owner for {count, plural, one {# member} other {# members}}', { count }),
  },
};

/** Organizations that one resignation would leave without an admin; the largest first. */
export function LonelyAdmins({ known, version }: LonelyAdminsProps) {
  const [all, setAll] = useState(false);
  const { title, nobody, left, single } = words[useWorkspace()?.service ?? 'clerk'];
  // Nobody knows of admins where what they are counted from is not listed.
  const [memberships, roles] = [useUnlisted('membership'), useUnlisted('role')];
  const unlisted = memberships === null ? (roles === null ? null : 'role') : 'membership';
  const scoped = useScoped();
  const page = useAnswer(
    'page',
    {
      entity: 'organization',
      where: [
        { field: 'membersCount', op: 'gt', value: 1 },
        { field: 'admins', op: 'lte', value: 1 },
      ],
      sort: { field: 'membersCount', direction: 'desc' },
      limit: all ? most : shown,
      ...scoped,
    },
    version,
  );
  const total = !known ? undefined : unlisted === null ? page?.total : 0;
  const rows = unlisted === null ? (page?.rows ?? []) : [];
  return (
    <Panel
      title={title}
      note={total !== undefined && formatCount(total)}
      action={
        total !== undefined &&
        total > always && (
          <LinkButton onClick={() => setAll(!all)}>
            {all
              ? t('Show the first')
              : total > most
                ? t('Show the first {count, number}', { count: most })
                : t('Show all {count, number}', { count: total })}
          </LinkButton>
        )
      }
    >
      {total === undefined && <Skeleton height={8} width="70%" mt={10} />}
      {total === 0 && <NoneOf entity={unlisted ?? 'organization'}>{nobody}</NoneOf>}
      <ul className={classes.list} data-all={all || undefined}>
        {total !== undefined &&
          rows.map((raw) => {
            const record = decodeRecord('organization', raw);
            if (record === null) return null;
            const { id, name, membersCount } = record;
            const none = page?.extras[id]?.admins === 0;
            return (
              <PanelRow
                key={id}
                name={name}
                shape="square"
                onClick={() => go('organizations', { id, params: {} })}
              >
                <span className={classes.note}>{none ? left(membersCount) : single(membersCount)}</span>
              </PanelRow>
            );
          })}
      </ul>
    </Panel>
  );
}
