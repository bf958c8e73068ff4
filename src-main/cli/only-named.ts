import { failure, type Result, success } from '@shared/contract/failure';

/** The one review of those that fit an id or a name; `group` is the commands that list them, such as `review`. */
export function onlyNamed<T>(fits: readonly T[], named: string, group: string): Result<T> {
  const [only] = fits;
  if (only !== undefined && fits.length === 1) return success(only);
  return fits.length === 0
    ? failure('not-found', `There is no review "${named}".`, `Run ${group} list for what there is.`)
    : failure('invalid-input', `Several reviews are called "${named}".`, 'Give the id of one.');
}
