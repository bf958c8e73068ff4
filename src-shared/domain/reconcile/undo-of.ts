import { t } from '../../language/t';
import { actOf } from '../acts';
import { isUnknownValue } from '../config-field';
import { editableField } from '../editable-fields';
import { entityWords } from '../entity';
import { isProvisional } from '../ids';
import type { Intent, IntentDraft } from '../intent';
import { rulesOf } from '../rules/rules-of';
import type { Undo } from '../rules/undo';

/**
 * The opposite of an intent. Pure. What it needs, the service's values before the change, stands in the intent itself since
 * it was staged, and a send that finds other values is a conflict: so the way back is on disk before anything is sent.
 */
export function undoOf({ entity, recordId, action }: Pick<Intent, 'entity' | 'recordId' | 'action'>): Undo {
  switch (action.verb) {
    case 'update':
      if (editableField(entity, action.field)?.kind === 'image' && action.base !== '')
        return impossible(t('The picture before it is not kept: it could only be put back from its file.'));
      if (editableField(entity, action.field)?.kind === 'config' && isUnknownValue(action.base))
        return impossible(t('What it was before the service does not tell: it could only be set anew.'));
      return draft({
        entity,
        recordId,
        action: { verb: 'update', field: action.field, value: action.base, base: action.value },
      });
    case 'create':
      return rulesOf(entity).remove === undefined
        ? impossible(t('The service deletes no {one}.', { one: entityWords[entity].one }))
        : draft({ entity, recordId, action: { verb: 'delete' } }, rulesOf(entity).lasting);
    case 'perform': {
      const back =
        actOf(entity, action.operation)?.undo(action.values, action.base) ?? t('It is not known any more.');
      if (typeof back === 'string') return impossible(back);
      const { caveat, ...wanted } = back;
      return draft({ entity, recordId, action: { verb: 'perform', ...wanted } }, caveat);
    }
    case 'delete':
      return rulesOf(entity).undoDeletion(action.base);
  }
}

/** What a change leaves behind whatever is done after it, as one sentence; '' when all of it can be taken back. */
export function whatLasts(intent: Pick<Intent, 'entity' | 'recordId' | 'action'>): string {
  const { entity, recordId, action } = intent;
  if (action.verb === 'perform' && isProvisional(recordId) && actOf(entity, action.operation)?.ofMaking)
    return '';
  const undo = undoOf(intent);
  return undo.kind === 'impossible' ? undo.reason : undo.caveat;
}

export function isIrreversible(intent: Pick<Intent, 'entity' | 'recordId' | 'action'>): boolean {
  return whatLasts(intent) !== '';
}

const draft = (made: IntentDraft, caveat = ''): Undo => ({ kind: 'draft', draft: made, caveat });
const impossible = (reason: string): Undo => ({ kind: 'impossible', reason });
