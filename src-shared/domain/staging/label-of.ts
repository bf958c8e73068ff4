import { assertNever } from '../../assert-never';
import type { EntityName } from '../entity';
import type { StoredRecord } from '../records/record-map';

/** What the record is called in lists of changes. `organizationName`: for records that do not carry it themselves. */
export function labelOf<E extends EntityName>(
  entity: E,
  record: StoredRecord<E>,
  organizationName: string,
): string;
export function labelOf(entity: EntityName, record: StoredRecord, organizationName: string): string {
  const of = <K extends EntityName>(_: K): StoredRecord<K> => record as StoredRecord<K>;
  switch (entity) {
    case 'membership': {
      const { userName, organizationName: own } = of(entity);
      return `${userName} in ${own || organizationName}`;
    }
    case 'invitation':
      return organizationName === '' ? of(entity).email : `${of(entity).email} in ${organizationName}`;
    case 'organization':
    case 'user':
    case 'role':
    case 'permission':
    case 'application':
      return of(entity).name || record.id;
    case 'settings':
      return record.id;
    default:
      return assertNever(entity);
  }
}
