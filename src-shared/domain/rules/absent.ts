import { t } from '../../language/t';
import type { EntityName } from '../entity';
import { afterSync, notKnownYet } from '../not-known-yet';
import { recordKey, type StagingWorld } from './staging-world';
import { reject, type Validation } from './validation';

/** Why a record that a draft names is not in the copy, and what to do: `none` and `next` only where it was seen that there is none. */
export function absence(
  { unseen }: Pick<StagingWorld, 'unseen'>,
  entity: EntityName,
  id: string,
  { none, next }: { readonly none: string; readonly next: string },
): { readonly why: string; readonly next: string } {
  return unseen?.has(recordKey(entity, id))
    ? { why: notKnownYet(entity, id), next: afterSync() }
    : { why: none, next };
}

/** The refusal of a draft that names a role which the copy lacks, by its key. */
export const rejectRole = (world: Pick<StagingWorld, 'unseen'>, role: string): Validation =>
  rejectAbsent(
    world,
    'role',
    role,
    { none: t('There is no role {role}.', { role }), next: t('Choose another role.') },
    'invalid-input',
  );

/** The same as a refusal of the draft. */
export function rejectAbsent(
  world: Pick<StagingWorld, 'unseen'>,
  entity: EntityName,
  id: string,
  told: { readonly none: string; readonly next: string },
  code: 'not-found' | 'invalid-input' = 'not-found',
): Validation {
  const { why, next } = absence(world, entity, id, told);
  return reject(code, why, next);
}
