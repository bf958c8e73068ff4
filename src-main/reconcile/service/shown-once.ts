import type { ShownSecret } from '@shared/contract/plan';
import { actOf } from '@shared/domain/acts';
import { modelOf } from '@shared/domain/entity';
import type { Intent } from '@shared/domain/intent';

/**
 * What the service shows once of what was done.
 *
 * @param secret what the answer showed, '' where it came without; undefined where the answer was lost, and the secret with it.
 */
export function shownOnce(
  { entity, action, label }: Intent,
  secret: string | undefined,
): readonly ShownSecret[] {
  const { once, openBy = '' } = modelOf(entity);
  const what =
    action.verb === 'create'
      ? action.values[openBy] === true
        ? undefined
        : once
      : action.verb === 'perform'
        ? actOf(entity, action.operation)?.once
        : undefined;
  return what === undefined || secret === '' ? [] : [{ what, label, secret: secret ?? null }];
}
