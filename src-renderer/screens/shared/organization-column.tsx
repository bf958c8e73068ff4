import type { Row } from '@renderer/bridge/use-rows';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { t } from '@shared/language/t';
import { NameCell } from './name-cell';

/** The first column of tables of organizations, with the name that the service has where another one is staged. */
export const organizationColumn = (track: string): Column<Row<'organization'>> => ({
  id: 'name',
  title: t('Organization'),
  track,
  sortField: 'name',
  text: ({ record }) => record.name,
  cell: ({ record }) => (
    <NameCell
      name={record.name}
      server={typeof record.server.name === 'string' ? record.server.name : undefined}
      shape="square"
      record={record}
    />
  ),
});
