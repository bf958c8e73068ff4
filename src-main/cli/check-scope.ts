import type { Engine } from '@main/engine/engine';
import { failure, type Result, success } from '@shared/contract/failure';
import { EntityName, entityWords } from '@shared/domain/entity';
import { RecordId } from '@shared/domain/ids';
import { scopedBy } from '@shared/domain/scoped-by';

/** Whether a list can be narrowed to an organization: what belongs to the whole instance cannot; without one there is nothing to check. */
export async function checkScope(
  engine: Engine,
  entity: EntityName,
  organizationId: string,
  option = '--scope',
): Promise<Result<null>> {
  if (organizationId === '') return success(null);
  if (scopedBy(entity) === null) {
    const scoped = EntityName.options.filter((each) => scopedBy(each) !== null);
    return failure(
      'invalid-input',
      `${option}: ${entityWords[entity].many} belong to the whole instance, and to no organization.`,
      `Leave it out, or list one of ${scoped.join(', ')}.`,
    );
  }
  const known = await engine.call('record', {
    entity: 'organization',
    id: RecordId.parse(organizationId),
  });
  if (!known.ok) return known;
  if (known.value.record !== null) return success(null);
  return failure(
    'not-found',
    `${option}: there is no organization ${organizationId}.`,
    'List organizations for their ids.',
  );
}
