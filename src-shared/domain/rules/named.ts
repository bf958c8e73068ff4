import { t } from '../../language/t';
import type { EntityName } from '../entity';
import type { JsonObject } from '../json';
import { firstFault } from './first-fault';
import { type Rules, readOnly } from './rules';
import { clean, madeAgain } from './seats';
import { accept, reject } from './validation';

interface Named {
  /** What is wrong with values, of a creation or of one edit, as a sentence; null when nothing is. */
  readonly fault: (values: JsonObject) => string | null;
  /** No two have the same name. */
  readonly unique?: true;
  /** What a creation made from a deleted one names again, and what stays different. */
  readonly again: readonly string[];
  readonly caveat: string;
}

/** Rules of what goes by a name, belongs to the whole instance, and is made, edited and deleted as it likes. */
export function named(entity: EntityName, { fault, unique, again, caveat }: Named): Rules {
  const refusal = (values: JsonObject) => {
    const wrong = fault(values);
    return wrong === null ? null : reject('invalid-input', wrong, t('Correct it and stage again.'));
  };
  return {
    ...readOnly(1),
    create: (batch, recordId, values) => {
      const odd = refusal(values) ?? firstFault(batch, entity, values);
      if (odd !== null) return odd;
      const action = { verb: 'create', values } as const;
      return accept([{ entity, recordId, label: String(values.name), organizationId: '', action }], [], null);
    },
    guard: (_, __, path, value) =>
      path === undefined || value === undefined ? null : refusal({ [path]: value }),
    remove: {},
    foreseen: () => clean,
    unique: () => unique ?? false,
    undoDeletion: (base) => madeAgain(entity, base, ['name', ...again], caveat),
  };
}
