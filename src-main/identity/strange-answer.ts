import type { RemoteResult } from '@shared/domain/remote-failure';
import { t } from '@shared/language/t';
import { malformedAnswer } from './answer-failure';

/** JSON that does not have the shape that the API promises. `write`: it answered a write, which took effect then. */
export function strangeAnswer(write: boolean): RemoteResult<never> {
  const message = t('The answer does not have the shape that the API promises.');
  return {
    ok: false,
    failure: malformedAnswer({ status: 200, code: 'unexpected-shape', message }, write),
  };
}
