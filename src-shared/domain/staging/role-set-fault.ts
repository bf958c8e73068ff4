import { t } from '../../language/t';
import type { EntityName } from '../entity';
import type { IntentDraft } from '../intent';
import { roleGiven } from '../rules/asks';
import { recordIn, type StagingWorld } from '../rules/staging-world';
import { reject, type Validation } from '../rules/validation';

/** Whether a step gives a role that its organization does not choose among; null where it does, or nobody knows. */
export function roleSetFault(
  world: StagingWorld,
  { entity, action }: { readonly entity: EntityName; readonly action: IntentDraft['action'] },
  organizationId: unknown,
): Validation | null {
  const role = roleGiven({ entity, action });
  const place = recordIn(world, 'organization', String(organizationId));
  const known = typeof role === 'string' ? world.roles.get(role) : undefined;
  if (typeof role !== 'string' || known === undefined || known.provisional || place === undefined)
    return null;
  const among = world.roleSets.get(place.roleSetKey ?? '');
  return among === undefined || among.includes(role)
    ? null
    : reject(
        'invalid-input',
        t('{name} chooses among {among}: {role} is not in its role set.', {
          name: place.name,
          among: among.join(', '),
          role,
        }),
        t('Choose one of these, or give the organization another role set first.'),
      );
}
