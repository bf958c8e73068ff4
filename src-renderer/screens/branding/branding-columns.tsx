import { Avatar } from '@renderer/ui/avatar';
import { BrandDot } from '@renderer/ui/brand-dot';
import { markOfRecord } from '@renderer/ui/mark-kind';
import { StateMark } from '@renderer/ui/state-mark';
import type { Column } from '@renderer/ui/virtual-table/column';
import classes from './branding-columns.module.css';
import type { BrandingRow } from './branding-row';
import { VerdictMark } from './verdict-mark';

export const brandingColumns: readonly Column<BrandingRow>[] = [
  {
    id: 'name',
    title: 'Organization',
    track: 'minmax(180px, 1.6fr)',
    sortField: 'name',
    cell: ({ name, state }) => {
      const mark = markOfRecord(state);
      return (
        <span className={classes.name}>
          <Avatar name={name} shape="square" />
          <span className={classes.text}>{name}</span>
          {mark && <StateMark kind={mark} compact />}
        </span>
      );
    },
  },
  {
    id: 'colors',
    title: 'Primary, background, text',
    track: '164px',
    leaves: 3,
    cell: ({ branding }) => (
      <span className={classes.colors}>
        <BrandDot color={branding.primaryColor} />
        <BrandDot color={branding.backgroundColor} />
        <BrandDot color={branding.textColor} />
      </span>
    ),
  },
  {
    id: 'title',
    title: 'Sign-in title',
    track: 'minmax(140px, 1.4fr)',
    leaves: 1,
    cell: ({ branding }) => branding.signInTitle || <span className={classes.none}>–</span>,
  },
  {
    id: 'logo',
    title: 'Logo',
    track: '64px',
    leaves: 2,
    cell: ({ logo }) => (logo === '' ? <span className={classes.none}>–</span> : 'Set'),
  },
  {
    id: 'text',
    title: 'Text contrast',
    track: '104px',
    align: 'end',
    sortField: 'text',
    cell: ({ verdict }) => verdict.text.toFixed(1),
  },
  {
    id: 'primary',
    title: 'Primary',
    track: '84px',
    align: 'end',
    sortField: 'primary',
    cell: ({ verdict }) => verdict.primary.toFixed(1),
  },
  {
    id: 'verdict',
    title: 'Verdict',
    track: '116px',
    cell: ({ verdict }) => <VerdictMark verdict={verdict} />,
  },
];
