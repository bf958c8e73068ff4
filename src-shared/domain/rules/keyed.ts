import { t } from '../../language/t';
import type { EntityName } from '../entity';
import { readField } from '../field-path';
import type { JsonObject } from '../json';
import { firstFault } from './first-fault';
import { type Rules, readOnly } from './rules';
import { clean } from './seats';
import type { StagingWorld } from './staging-world';
import { accept, reject, type Validation } from './validation';

interface Keyed extends Pick<Rules, 'against' | 'guard' | 'performs' | 'undoDeletion'> {
  readonly phases: { readonly before: number; readonly deletion: number };
  /** What a key must look like, and the same as the end of a sentence. */
  readonly pattern: RegExp;
  readonly form: string;
  /** Why these values do not fit together, or null. */
  readonly fault?: (values: JsonObject) => Validation | null;
  /** Set where the service deletes none. */
  readonly stays?: true;
  /** Why there is no room for another one, or null; `made`: how many earlier drafts make. */
  readonly full?: (world: StagingWorld, made: number) => Validation | null;
}

/** Rules of what is told apart by a key of its own, and belongs to the whole instance: roles and permissions. */
export function keyed(
  entity: EntityName,
  { phases, pattern, form, full, stays, fault: unfit, ...rules }: Keyed,
): Rules {
  return {
    ...readOnly(phases.before, phases.deletion),
    ...rules,
    create: (batch, recordId, values) => {
      const key = String(readField(values, 'key'));
      if (!pattern.test(key))
        return reject('invalid-input', t('The key {form}.', { form }), t('Correct the key.'));
      const made = [...batch.named].filter((named) => named.startsWith(`${entity}/key/`)).length;
      const fault = full?.(batch.world, made) ?? unfit?.(values) ?? firstFault(batch, entity, values);
      if (fault !== null) return fault;
      const label = String(readField(values, 'name'));
      return accept(
        [{ entity, recordId, label, organizationId: '', action: { verb: 'create', values } }],
        [],
        null,
      );
    },
    ...(stays ? {} : { remove: {} }),
    foreseen: () => clean,
  };
}
