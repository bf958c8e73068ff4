import type { Row } from '@renderer/bridge/use-rows';
import type { Names } from '@renderer/fields/field-text';
import { fieldColumn, nameColumn, timeColumn } from '@renderer/screens/kit/record-columns';
import { formatCount } from '@renderer/ui/format/format-count';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { t } from '@shared/language/t';

/** `names`: of roles, by key. */
export function roleSetColumns(names: Names): readonly Column<Row<'roleSet'>>[] {
  const of = { entity: 'roleSet', names } as const;
  return [
    nameColumn({ id: 'name', title: t('Name'), track: 'minmax(160px, 1.4fr)', field: 'name' }),
    fieldColumn({ ...of, id: 'roles', track: 'minmax(200px, 2.4fr)', field: 'roleKeys' }),
    fieldColumn({ ...of, id: 'default', track: 'minmax(130px, 1fr)', field: 'defaultRoleKey' }),
    fieldColumn({ ...of, id: 'creator', track: 'minmax(120px, 1fr)', field: 'creatorRoleKey', leaves: 2 }),
    {
      id: 'organizations',
      title: t('Organizations'),
      track: '104px',
      align: 'end',
      text: ({ extras }) =>
        typeof extras.organizations === 'number' ? formatCount(extras.organizations) : '',
    },
    timeColumn({ id: 'changed', title: t('Changed'), track: '84px', field: 'updatedAt', leaves: 1 }),
  ];
}
