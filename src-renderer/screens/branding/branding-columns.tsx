import { BrandDot } from '@renderer/ui/brand/brand-dot';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { Avatar } from '@renderer/ui/marks/avatar';
import { markOfRecord } from '@renderer/ui/marks/mark-kind';
import { StateMark } from '@renderer/ui/marks/state-mark';
import classes from './branding-columns.module.css';
import type { BrandingRow } from './branding-row';
import { VerdictMark, verdictWord } from './verdict-mark';

export const brandingColumns: readonly Column<BrandingRow>[] = [
  {
    id: 'name',
    title: 'Organization',
    track: 'minmax(180px, 1.6fr)',
    sortField: 'name',
    text: ({ name }) => name,
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
    text: ({ branding: { primaryColor, backgroundColor, textColor } }) =>
      [primaryColor, backgroundColor, textColor].filter((color) => color !== '').join(' '),
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
    text: ({ branding }) => branding.signInTitle,
  },
  {
    id: 'logo',
    title: 'Logo',
    track: '64px',
    leaves: 2,
    text: ({ logo }) => (logo === '' ? '' : 'Set'),
  },
  {
    id: 'text',
    title: 'Text contrast',
    track: '104px',
    align: 'end',
    sortField: 'text',
    text: ({ verdict }) => verdict.text.toFixed(1),
  },
  {
    id: 'primary',
    title: 'Primary',
    track: '84px',
    align: 'end',
    sortField: 'primary',
    text: ({ verdict }) => verdict.primary.toFixed(1),
  },
  {
    id: 'verdict',
    title: 'Verdict',
    track: '116px',
    text: ({ verdict }) => verdictWord(verdict),
    cell: ({ verdict }) => <VerdictMark verdict={verdict} />,
  },
];
