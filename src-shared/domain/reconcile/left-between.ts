import { z } from 'zod';
import { t } from '../../language/t';
import { EntityName } from '../entity';
import { fieldAt } from '../records/fields-of';

/**
 * A record that a run which broke off left on a value in between (`parkingValue`), as the service was seen to hold it: values were
 * exchanged, and it made way.
 */
export const LeftBetween = z.object({
  entity: EntityName,
  recordId: z.string(),
  organizationId: z.string(),
  label: z.string(),
  field: z.string(),
  /** The value in between. */
  holds: z.string(),
  /** What is staged for it; else what it had, or was to have, and nobody has by now. */
  wanted: z.string(),
  /** Whether applying what is staged brings it there. */
  staged: z.boolean(),
});
export type LeftBetween = Readonly<z.infer<typeof LeftBetween>>;

/** What is wrong, and what ends it. */
export function betweenWords({ entity, field, label, holds, wanted, staged }: LeftBetween) {
  const name = fieldAt(entity, field)?.label ?? field;
  return {
    message: t('A run broke off: on the service, {label} has the value in between {holds} as {name}.', {
      label,
      holds,
      name,
    }),
    next: staged
      ? t('{wanted} is staged for it: apply that.', { wanted })
      : t('Stage {wanted} as its {name}, and apply that.', { wanted, name }),
  };
}
