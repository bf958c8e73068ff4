import { fieldLabel } from '@renderer/fields/field-input';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { LookMark } from '@renderer/ui/marks/look-mark';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import type { TemplateFleetRow } from '@shared/contract/templates';
import { t } from '@shared/language/t';
import { stateLooks } from './template-looks';

const differences = ({ differs }: TemplateFleetRow): string =>
  differs.map((field) => fieldLabel('template', field)).join(', ');

/** An application, how its template stands to the others', in what it differs, and how fresh that is. */
export const fleetColumns: readonly Column<TemplateFleetRow>[] = [
  { id: 'name', title: t('Application'), track: 'minmax(200px, 2fr)', text: ({ name }) => name },
  {
    id: 'state',
    title: t('State'),
    track: '140px',
    text: ({ state }) => stateLooks[state].word,
    cell: ({ state }) => <LookMark look={stateLooks[state]} />,
  },
  {
    id: 'version',
    title: t('Wording'),
    track: '90px',
    leaves: 3,
    text: ({ version }) => (version === null ? '' : String(version + 1)),
  },
  {
    id: 'differs',
    title: t('Differs in'),
    track: 'minmax(120px, 1.2fr)',
    text: (row) => (row.state === 'refused' ? (row.failure?.message ?? '') : differences(row)),
  },
  {
    id: 'domain',
    title: t('Domain'),
    track: 'minmax(170px, 1.5fr)',
    leaves: 1,
    text: ({ domain }) => domain,
  },
  {
    id: 'read',
    title: t('Read'),
    track: '80px',
    leaves: 2,
    text: ({ readAt }) => (readAt === 0 ? '' : new Date(readAt).toISOString()),
    cell: ({ readAt }) => (readAt === 0 ? '–' : <RelativeTime at={readAt} />),
  },
];
