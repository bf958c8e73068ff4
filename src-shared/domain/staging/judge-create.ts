import type { EntityName } from '../entity';
import type { RecordId } from '../ids';
import type { JsonObject } from '../json';
import type { Batch } from './batch';
import { judgeNewInvitation } from './judge-new-invitation';
import { judgeNewMembership } from './judge-new-membership';
import { judgeNewOrganization } from './judge-new-organization';
import { type Judgement, reject } from './judgement';
import { recordKey } from './staging-world';

/** Whether a record can be created as asked. Remembers in the batch what it takes. */
export function judgeCreate(
  batch: Batch,
  entity: EntityName,
  recordId: RecordId,
  values: JsonObject,
): Judgement {
  const key = recordKey(entity, recordId);
  if (batch.named.has(key) || batch.world.records.has(key))
    return reject(
      'invalid-input',
      `There is a record ${recordId} already.`,
      'Leave the id out to get a new one.',
    );
  batch.named.add(key);
  switch (entity) {
    case 'organization':
      return judgeNewOrganization(batch, recordId, values);
    case 'membership':
      return judgeNewMembership(batch, recordId, values);
    case 'invitation':
      return judgeNewInvitation(batch, recordId, values);
    default:
      return reject(
        'invalid-input',
        `Tenantry cannot create a ${entity} on the service.`,
        'Create it in the dashboard of the identity service; it appears here with the next sync.',
      );
  }
}
