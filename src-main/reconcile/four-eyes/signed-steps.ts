import type { SignedStep } from '@shared/contract/four-eyes';
import type { Intent, IntentDraft } from '@shared/domain/intent';
import { actionWithoutSecrets } from '@shared/domain/records/secrets';

/** Intents as a file carries them: what is asked for, on which base, of which record; not where it stands here, and no secret. */
export function signedSteps(intents: readonly Intent[]): readonly SignedStep[] {
  return intents.map(({ entity, recordId, label, action }) => ({
    label,
    draft: { entity, recordId, action: draftAction(actionWithoutSecrets(entity, action)) },
  }));
}

function draftAction(action: Intent['action']): IntentDraft['action'] {
  switch (action.verb) {
    case 'create':
      return { verb: 'create', values: action.values };
    case 'update':
      return { verb: 'update', field: action.field, base: action.base, value: action.value };
    case 'perform':
      return { verb: 'perform', operation: action.operation, values: action.values };
    case 'delete':
      return { verb: 'delete' };
  }
}
