import { fieldText } from '@renderer/fields/field-text';
import type { Intent } from '@shared/domain/intent';

/** A sentence on a change that is more than just staged: the service's reason, the value it met, what comes next; '' else. */
export function standingOf(
  { entity, state, outcome, theirs, action }: Intent,
  roleNames: ReadonlyMap<string, string>,
): string {
  switch (state) {
    case 'refused':
      return `The service said: ${outcome?.message ?? 'no'}${outcome && outcome.status > 0 ? ` (${outcome.status})` : ''}. Change it, withdraw it, or try it again.`;
    case 'unknown':
      return 'It was sent, but the answer was lost. The next review looks the record up before anything is sent again.';
    case 'conflict': {
      const field = action.verb === 'update' ? action.field : '';
      const now = theirs === null ? '' : `: ${fieldText(entity, field, theirs.value, roleNames)}`;
      return action.verb === 'update'
        ? `The service holds another value since${now}. You choose in the review.`
        : 'It was changed on the service since. You choose in the review.';
    }
    default:
      return '';
  }
}
