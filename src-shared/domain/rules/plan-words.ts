import { t } from '../../language/t';
import type { LimitName } from '../books/customer-plan';
import { type LimitRow, sourceWords } from '../limits/customer';
import { limitWords } from '../limits/usage';

/** A limit of somebody's plan: how much, and what says so. */
type Given = Pick<LimitRow, 'value' | 'source' | 'says'>;

const may = (name: string, limit: LimitName, given: Given) => ({
  name,
  limit: `${given.value} ${given.value === 1 ? limitWords[limit].one : limitWords[limit].many}`,
  source: sourceWords(given),
});

/** Why no more fits. */
export const hasAll = (name: string, limit: LimitName, given: Given, used: number): string =>
  t('{name} may have {limit} ({source}), and has {used}.', {
    ...may(name, limit, given),
    used: String(used),
  });

/** The same of what is not wholly known. */
export const hasAtLeast = (name: string, limit: LimitName, given: Given, used: number): string =>
  t('{name} may have {limit} ({source}), and has {used} or more: not all of them are known here.', {
    ...may(name, limit, given),
    used: String(used),
  });

/** Why a limit is not set that high. */
export const wouldBeMore = (name: string, limit: LimitName, given: Given, wants: string): string =>
  t('{name} may have {limit} ({source}): {wants} would be more.', { ...may(name, limit, given), wants });
