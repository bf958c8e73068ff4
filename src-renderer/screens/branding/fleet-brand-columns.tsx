import type { Row } from '@renderer/bridge/use-rows';
import { nameColumn } from '@renderer/screens/kit/record-columns';
import { type BrandLook, darkLook } from '@renderer/ui/brand/brand-look';
import { ContrastBadge } from '@renderer/ui/brand/contrast-badge';
import { ratioText } from '@renderer/ui/brand/contrast-text';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { contrastRatio } from '@shared/domain/figures/contrast';
import { t } from '@shared/language/t';
import { applicationLook } from './application-look';
import { worstPair } from './contrast-table';

type ApplicationRow = Row<'application'>;

/** How the worst pair of colours is read in one mode. */
function contrast(id: string, title: string, of: (look: BrandLook) => BrandLook): Column<ApplicationRow> {
  const pairOf = ({ record }: ApplicationRow) => worstPair(of(applicationLook(record, '')));
  return {
    id,
    title,
    track: '160px',
    text: (row) => {
      const { foreground, background } = pairOf(row);
      const ratio = contrastRatio(foreground, background);
      return ratio === null ? '' : ratioText(ratio, 1);
    },
    cell: (row) => <ContrastBadge {...pairOf(row)} />,
  };
}

/** An application's colours, and how well they are read. */
export const fleetBrandColumns: readonly Column<ApplicationRow>[] = [
  nameColumn({
    id: 'name',
    title: t('Application'),
    track: 'minmax(180px, 2fr)',
    field: 'name',
    shape: 'square',
  }),
  {
    id: 'primary',
    title: t('Primary colour'),
    track: '130px',
    text: ({ record }) => applicationLook(record, '').primary,
  },
  contrast('light', t('Worst contrast, light'), (look) => look),
  contrast('dark', t('Worst contrast, dark'), darkLook),
  {
    id: 'domain',
    title: t('Domain'),
    track: 'minmax(120px, 1fr)',
    leaves: 1,
    sortField: 'domain',
    text: ({ record }) => record.domain,
  },
];
