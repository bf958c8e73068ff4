import { t } from '../../language/t';
import type { EntityName } from '../entity';
import { homeField } from '../home-field';
import { isProvisional } from '../ids';
import type { JsonObject } from '../json';
import { fieldAt } from '../records/fields-of';
import { labelOf } from '../rules/label-of';
import { recordIn, type StagingWorld } from '../rules/staging-world';
import { reject, type Validation } from '../rules/validation';

/** Why a new record cannot name what is only staged, or null: an id that the service never gave is put right for what stands inside of it alone. */
export function unbornFault(world: StagingWorld, entity: EntityName, values: JsonObject): Validation | null {
  const home = homeField(entity);
  for (const [name, value] of Object.entries(values)) {
    const to = fieldAt(entity, name)?.to as EntityName | undefined;
    if (to === undefined || name === home || typeof value !== 'string' || !isProvisional(value)) continue;
    const row = recordIn(world, to, value);
    return reject(
      'invalid-input',
      t('{name} is not on the service yet.', { name: row === undefined ? value : labelOf(to, row, value) }),
      t('Reconcile that first, then stage this.'),
    );
  }
  return null;
}
