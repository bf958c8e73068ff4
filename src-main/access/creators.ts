import type { Store } from '@main/store/store';
import type { Filter } from '@shared/contract/page';
import type { AccessCatalog, AccessMember } from '@shared/domain/access/access-facts';
import { rowAfter } from '@shared/domain/access/access-moment';
import { isProvisional, RecordId } from '@shared/domain/ids';
import type { StoredRecord } from '@shared/domain/records/record-map';

const prefix = 'new_creator_of_';
const touched: readonly Filter[] = [{ field: 'state', op: 'ne', value: 'synced' }];

/** Whether a member is there because the organization is theirs: whoever creates one has the first seat. */
export const isCreator = ({ id }: Pick<AccessMember, 'id'>): boolean => id.startsWith(prefix);

/**
 * The first members of organizations that are staged: the service makes their creator a member, in the creator's role of the role set,
 * or of the instance. Nobody where that role is not known.
 */
export async function readCreators(store: Store, catalog: AccessCatalog): Promise<readonly AccessMember[]> {
  const homes = (await store.list('organization', touched)).filter(
    (row) => isProvisional(row.id) && rowAfter(row) !== null && row.createdBy !== '',
  );
  const ids = homes.map(({ createdBy }) => RecordId.parse(createdBy));
  const persons = await store.getMany('user', ids);
  return homes.flatMap((home): AccessMember[] => {
    const person = persons.get(home.createdBy as RecordId);
    const role = creatorRoleOf(catalog, home);
    if (person === undefined || rowAfter(person) === null || role === '') return [];
    return [
      {
        id: RecordId.parse(`${prefix}${home.id}`),
        organizationId: home.id,
        organizationName: home.name,
        userId: person.id,
        userName: person.name,
        userEmail: person.email,
        role,
        roleName: catalog.grants.get(role)?.name ?? role,
      },
    ];
  });
}

const creatorRoleOf = (
  { sets, creatorRole }: AccessCatalog,
  { roleSetKey = '' }: StoredRecord<'organization'>,
): string => sets.get(roleSetKey)?.creatorRoleKey || creatorRole;
