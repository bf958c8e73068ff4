import { t } from '../../language/t';
import { type EntityName, entityWords } from '../entity';
import { readField } from '../field-path';
import { firstFault } from './first-fault';
import { type Rules, readOnly } from './rules';
import { clean, madeAgain } from './seats';
import { recordKey } from './staging-world';
import { accept, reject } from './validation';

interface Marked extends Pick<Rules, 'remove'> {
  readonly phase: number;
  /** The field that no two of them share. */
  readonly mark: string;
  /** Kept in small letters, unless told otherwise. */
  readonly exact?: true;
  /** What is wrong with a mark, as a sentence; null when nothing is. */
  readonly fault: (value: string) => string | null;
  /** Which of those that stand take a mark; all of them, unless told otherwise. */
  readonly takes?: (record: object) => boolean;
  /** What a creation made from a deleted one names again, beside the mark, and what stays different. */
  readonly again: readonly string[];
  readonly caveat: string;
  readonly lasting?: string;
  /** Further checks of the values, as a sentence. */
  readonly check?: (values: Readonly<Record<string, unknown>>) => string | null;
}

/**
 * Rules of what is told apart by one value of its own, belongs to the whole instance, and is made and deleted but not edited:
 * entries of lists. Two colleagues who add the same one mean the same.
 */
export function marked(entity: EntityName, options: Marked): Rules {
  const { phase, mark, exact, fault, takes, again, caveat, lasting = '', check, remove } = options;
  const spelt = (typed: string): string => (exact ? typed.trim() : typed.trim().toLowerCase());
  return {
    ...readOnly(phase),
    mark: { field: mark, takes: takes ?? (() => true), spelt, fault },
    create: (batch, recordId, given) => {
      const value = spelt(String(readField(given, mark)));
      const values = { ...given, [mark]: value };
      const wrong = fault(value) ?? check?.(values) ?? null;
      if (wrong !== null) return reject('invalid-input', wrong, t('Correct it and stage again.'));
      const key = recordKey(entity, value);
      if (batch.world.taken.has(key) || batch.named.has(`mark/${key}`))
        return reject(
          'invalid-input',
          t('{value} is among the {many} already.', { value, many: entityWords[entity].many }),
          t('Leave it out.'),
        );
      const odd = firstFault(batch, entity, values);
      if (odd !== null) return odd;
      batch.named.add(`mark/${key}`);
      const action = { verb: 'create', values } as const;
      return accept([{ entity, recordId, label: value, organizationId: '', action }], [], null);
    },
    remove: remove ?? {},
    foreseen: () => clean,
    shared: true,
    undoDeletion: (base) => madeAgain(entity, base, [mark, ...again], caveat),
    lasting,
  };
}
