import type { Row } from '@renderer/bridge/use-rows';
import { FieldValue } from '@renderer/fields/field-value';
import { nameColumn } from '@renderer/screens/kit/record-columns';
import { BrandDot } from '@renderer/ui/brand/brand-dot';
import { ratioText } from '@renderer/ui/brand/contrast-text';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { t } from '@shared/language/t';
import classes from './branding-columns.module.css';
import { VerdictMark, verdictWord } from './verdict-mark';

export const brandingColumns: readonly Column<Row<'organization'>>[] = [
  nameColumn({
    id: 'name',
    title: t('Organization'),
    track: 'minmax(180px, 1.6fr)',
    field: 'name',
    shape: 'square',
  }),
  {
    id: 'colors',
    title: t('Primary, background, text'),
    track: '164px',
    leaves: 3,
    text: ({ record: { branding } }) =>
      [branding.primaryColor, branding.backgroundColor, branding.textColor]
        .filter((color) => color !== '')
        .join(' '),
    cell: ({ record: { branding } }) => (
      <span className={classes.colors}>
        <BrandDot color={branding.primaryColor} />
        <BrandDot color={branding.backgroundColor} />
        <BrandDot color={branding.textColor} />
      </span>
    ),
  },
  {
    id: 'title',
    title: t('Sign-in title'),
    track: 'minmax(140px, 1.4fr)',
    leaves: 1,
    text: ({ record }) => record.branding.signInTitle,
    cell: ({ record }) => <FieldValue entity="organization" record={record} field="branding.signInTitle" />,
  },
  {
    id: 'logo',
    title: t('Logo'),
    track: '64px',
    leaves: 2,
    text: ({ record }) => (record.hasLogo ? t('Set') : ''),
  },
  {
    id: 'text',
    title: t('Text contrast'),
    track: '104px',
    align: 'end',
    sortField: 'textContrast',
    text: ({ record }) => ratioText(record.textContrast ?? 0, 1),
  },
  {
    id: 'primary',
    title: t('Primary'),
    track: '84px',
    align: 'end',
    sortField: 'primaryContrast',
    text: ({ record }) => ratioText(record.primaryContrast ?? 0, 1),
  },
  {
    id: 'verdict',
    title: t('Verdict'),
    track: '116px',
    text: ({ record }) => verdictWord(record.brandVerdict),
    cell: ({ record }) => <VerdictMark record={record} />,
  },
];
