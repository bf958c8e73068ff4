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
        return impossible('The picture before it is not kept: it could only be put back from its file.');
      return draft({
        entity,
        recordId,
        action: { verb: 'update', field: action.field, value: action.base, base: action.value },
      });
    case 'create':
      return draft(
        { entity, recordId, action: { verb: 'delete' } },
        entity === 'invitation'
          ? 'An email is sent: the invitation in it can be revoked, the email cannot.'
          : '',
      );
    case 'delete':
      return undoDelete(entity, action.base);
  }
}

function undoDelete(entity: Intent['entity'], base: JsonObject): Undo {
  const pick = (...keys: readonly string[]): JsonObject =>
    Object.fromEntries(keys.map((key) => [key, base[key] ?? '']));
  const create = (values: JsonObject): IntentDraft => ({ entity, action: { verb: 'create', values } });
  if (entity === 'membership')
    return draft(
      create(pick('organizationId', 'userId', 'role')),
      'Added again it is a new membership: metadata and joining date of this one are gone.',
    );
  if (entity === 'invitation')
    return draft(
      create(pick('organizationId', 'email', 'role')),
      'The link that was sent stops working: inviting again sends a new email.',
    );
  return impossible('A deleted organization comes back without its members, invitations and domains.');
}

/** What a change leaves behind whatever is done after it, as one sentence; '' when all of it can be taken back. */
export function whatLasts(intent: Pick<Intent, 'entity' | 'recordId' | 'action'>): string {
  const undo = undoOf(intent);
  return undo.kind === 'impossible' ? undo.reason : undo.caveat;
}

export function isIrreversible(intent: Pick<Intent, 'entity' | 'recordId' | 'action'>): boolean {
  return whatLasts(intent) !== '';
}

const draft = (made: IntentDraft, caveat = ''): Undo => ({ kind: 'draft', draft: made, caveat });
const impossible = (reason: string): Undo => ({ kind: 'impossible', reason });
