import { actOf } from '../acts';
import { configPrefix, secretMask, withoutSecret, withoutSecretsIn } from '../config-field';
import type { EntityName } from '../entity';
import type { Intent, IntentAction } from '../intent';
import type { JsonObject } from '../json';
import { fieldAt } from './fields-of';

/** The values of a creation without its secrets: for whoever looks at it, and for what is kept of it after it was sent. */
export const withoutSecrets = (entity: EntityName, values: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(values).filter(([name]) => fieldAt(entity, name)?.kind !== 'secret'));

/** A creation without its secrets; a secret that is set, or that an act takes, as its mask. */
export function actionWithoutSecrets<A extends IntentAction>(entity: EntityName, action: A): A {
  switch (action.verb) {
    case 'create':
      return { ...action, values: withoutSecrets(entity, action.values) };
    case 'update':
      return { ...action, value: withoutSecret(action.field, action.value) };
    case 'perform':
      return {
        ...action,
        values: Object.fromEntries(
          Object.entries(action.values).map(([name, value]) => [
            name,
            actOf(entity, action.operation)?.values?.[name]?.kind === 'secret'
              ? secretMask
              : withoutSecretsIn(configPrefix + name, value),
          ]),
        ),
      };
    default:
      return action;
  }
}

/** An intent as anybody may see it: what is staged of it is a secret until it is sent, and after. */
export const shownIntent = (intent: Intent): Intent => ({
  ...intent,
  action: actionWithoutSecrets(intent.entity, intent.action),
});
