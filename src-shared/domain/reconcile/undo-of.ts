import type { Intent, IntentDraft } from '../intent';
import type { JsonObject } from '../json';

/** How a change can be taken back once it was applied. */
export type Undo =
  /** `caveat`: what stays of the change all the same, '' when nothing does. */
  | { readonly kind: 'draft'; readonly draft: IntentDraft; readonly caveat: string }
  | { readonly kind: 'impossible'; readonly reason: string };

/**
 * The opposite of an intent. Pure. What it needs, the service's values before the change, stands in the intent itself since
 * it was staged, and a send that finds other values is a conflict: so the way back is on disk before anything is sent.
 */
export function undoOf({ entity, recordId, action }: Pick<Intent, 'entity' | 'recordId' | 'action'>): Undo {
  switch (action.verb) {
    case 'update':
      if (action.field === 'logo' && action.base !== '')
        return impossible('The image before it is not kept: the service only gives its address.');
      return draft({
        entity,
        recordId,
        action: { verb: 'update', field: action.field, value: action.base, base: action.value },
      });
    case 'create':
      return draft(
        { entity, recordId, action: { verb: 'delete' } },
        entity === 'invitation' ? 'The email was sent; the invitation in it is revoked.' : '',
      );
    case 'delete':
      return undoDelete(entity, action.base);
  }
}

function undoDelete(entity: Intent['entity'], base: JsonObject): Undo {
  const pick = (...keys: readonly string[]): JsonObject =>
    Object.fromEntries(keys.map((key) => [key, base[key] ?? '']));
  const create = (values: JsonObject): IntentDraft => ({ entity, action: { verb: 'create', values } });
  if (entity === 'membership') return draft(create(pick('organizationId', 'userId', 'role')));
  if (entity === 'invitation')
    return draft(create(pick('organizationId', 'email', 'role')), 'A new email is sent.');
  return impossible('A deleted organization comes back without its members, invitations and domains.');
}

/** True for a change that leaves something behind, whatever is done after it. */
export function isIrreversible(intent: Pick<Intent, 'entity' | 'recordId' | 'action'>): boolean {
  const undo = undoOf(intent);
  return undo.kind === 'impossible' || undo.caveat !== '';
}

const draft = (made: IntentDraft, caveat = ''): Undo => ({ kind: 'draft', draft: made, caveat });
const impossible = (reason: string): Undo => ({ kind: 'impossible', reason });
