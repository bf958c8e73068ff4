import type { RemoteResult } from '@shared/domain/remote-failure';
import { t } from '@shared/language/t';
import { malformedAnswer } from './answer-failure';

/**
 * JSON that does not have the shape that the API promises. `write`: it answered a write, which took effect then.
 *
 * @param part what of it is otherwise, where that is known: `total_count`
 */
export function strangeAnswer(write: boolean, part?: string): RemoteResult<never> {
  const message =
    part === undefined
      ? t('The answer does not have the shape that the API promises.')
      : t('The answer does not have the shape that the API promises (its {part}).', { part });
  return {
    ok: false,
    failure: malformedAnswer({ status: 200, code: 'unexpected-shape', message }, write),
  };
}

/** What of a page is not as it should be: its rows, or how many it says there are; undefined where neither is it. */
export function oddPart(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  if ('data' in body && !Array.isArray(body.data)) return 'data';
  const total = 'total_count' in body ? body.total_count : 0;
  return Number.isSafeInteger(total) && Number(total) >= 0 ? undefined : 'total_count';
}
