import { failure, type Result } from '@shared/contract/failure';
import { t } from '@shared/language/t';

/**
 * Why a key can be no key; null where it may be one. It goes into a header, which takes printable ASCII only: with anything else no
 * question would leave this machine, and every screen would say that the service cannot be reached.
 */
export function keyFault(key: string): Result<never> | null {
  if (/^[\x21-\x7e]+$/.test(key)) return null;
  return failure(
    'invalid-input',
    t(
      'This is no key: it is empty, or holds a blank, a line break or a letter that no key has. Nothing was changed.',
    ),
    t('Copy the key alone, from its first sign to its last.'),
  );
}
