import type { RemoteResult } from '@shared/domain/remote-failure';
import { t } from '@shared/language/t';
import { z } from 'zod';
import type { RemoteCall } from './identity-port';
import { strangeAnswer } from './strange-answer';

/** What answers a deletion (spec: `DeletedObject`); others answer with the record as it was. */
const Deleted = z.object({ deleted: z.boolean(), id: z.string().optional() });

/** What the answer to a deletion says against it: that it was none, or that of another record; null where it says nothing against it. */
export function deletionFault(call: RemoteCall, body: unknown): RemoteResult<never> | null {
  const answer = call.verb === 'delete' ? Deleted.safeParse(body).data : undefined;
  if (call.verb !== 'delete' || answer === undefined) return null;
  if (answer.deleted)
    return (answer.id ?? call.record.id) === call.record.id ? null : strangeAnswer(true, 'id');
  const message = t('The service answered that all is well, but it did not delete it.');
  const failure = { kind: 'invalid', status: 200, code: 'not-taken', message } as const;
  return {
    ok: false,
    failure: { ...failure, requestId: '', retryAfterMs: 0, mayHaveTakenEffect: false },
  };
}
