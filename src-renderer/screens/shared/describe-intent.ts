import { fieldText } from '@renderer/fields/field-text';
import { editableField } from '@shared/domain/editable-fields';
import { entityWords } from '@shared/domain/entity';
import type { Intent } from '@shared/domain/intent';
import type { JsonValue } from '@shared/domain/json';

export interface IntentText {
  /** `Seats`, `New membership`, `Removal`. */
  readonly what: string;
  /** Both undefined for creations and deletions. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** An intent in the words of the interface. `roleNames` maps role keys to names. */
export function describeIntent(intent: Intent, roleNames: ReadonlyMap<string, string>): IntentText {
  const { action, entity } = intent;
  switch (action.verb) {
    case 'create':
      return { what: `New ${entityWords[entity].one}`, before: undefined, after: undefined };
    case 'delete':
      return {
        what: entityWords[entity].removal ?? 'Deletion',
        before: undefined,
        after: undefined,
      };
    case 'update': {
      const show = (value: JsonValue): string => fieldText(entity, action.field, value, roleNames);
      const what = editableField(entity, action.field)?.label ?? action.field;
      return { what, before: show(action.base), after: show(action.value) };
    }
  }
}
