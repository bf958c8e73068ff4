import { assertNever } from '../../assert-never';
import { t } from '../../language/t';
import { actOf, isDone, type Performed } from '../acts';
import { changedFields } from '../changed-fields';
import { editableField } from '../editable-fields';
import { readField } from '../field-path';
import type { Intent } from '../intent';
import type { JsonObject, JsonValue } from '../json';
import { sameHeld } from '../normalised';
import type { RemoteRecord } from '../records/record-map';
import type { Classification } from '../rules/rules';
import { canPark, parkingValue } from '../rules/single-values';

/**
 * Compares base, mine and theirs of an edit or a deletion, given the record as the service holds it now (null: it has
 * none). Fields are compared one by one, so that disjoint edits merge; a field, or a deletion, that both sides touched is a
 * conflict and never decided here.
 */
export function classify(intent: Intent, server: RemoteRecord | null): Classification {
  const { action } = intent;
  switch (action.verb) {
    case 'update':
      return classifyUpdate(intent, action, server);
    case 'delete':
      return classifyDelete(intent.entity, action.base, server);
    case 'perform':
      return classifyAct(intent, action, server);
    case 'create':
      return clean(null);
    default:
      return assertNever(action);
  }
}

/** An act takes no value back from anybody: it is done already, cannot be done any more, or goes. */
function classifyAct(
  { entity, label }: Intent,
  action: Performed,
  server: RemoteRecord | null,
): Classification {
  const refused = (reason: string): Classification => ({ verdict: 'refused', theirs: null, reason });
  if (server === null)
    return actOf(entity, action.operation)?.ends
      ? { verdict: 'no-op', theirs: null, reason: t('The service does not have it any more.') }
      : refused(t('The service no longer has {label}.', { label }));
  if (isDone(entity, server, action) === true)
    return { verdict: 'no-op', theirs: null, reason: t('The service has it so already.') };
  const fault =
    actOf(entity, action.operation)?.fault?.(server as unknown as JsonObject, action.values) ?? null;
  return fault === null ? clean(null) : refused(fault);
}

const clean = (theirs: JsonValue): Classification => ({ verdict: 'clean', theirs, reason: '' });

function classifyUpdate(
  { id, entity, label, seenUpdatedAt }: Intent,
  action: Extract<Intent['action'], { verb: 'update' }>,
  server: RemoteRecord | null,
): Classification {
  const { field, base, value } = action;
  if (server === null)
    return { verdict: 'refused', theirs: null, reason: t('The service no longer has {label}.', { label }) };
  const theirs = readField(server, field) ?? null;
  const kind = editableField(entity, field)?.kind;
  if (sameHeld(kind, theirs, value))
    return { verdict: 'no-op', theirs, reason: t('The service holds this value already.') };
  if (canPark({ entity, action }) && theirs === parkingValue({ id }))
    return { verdict: 'clean', theirs, reason: t('It stands on its way from one value to the other.') };
  if (!sameHeld(kind, theirs, base))
    return { verdict: 'conflict', theirs, reason: t('It was changed on the service too.') };
  const moved = 'updatedAt' in server && seenUpdatedAt !== undefined && server.updatedAt !== seenUpdatedAt;
  if (!moved) return clean(theirs);
  return { verdict: 'merged', theirs, reason: t('Other fields of the record changed on the service.') };
}

function classifyDelete(
  entity: Intent['entity'],
  base: JsonObject,
  server: RemoteRecord | null,
): Classification {
  if (server === null)
    return { verdict: 'no-op', theirs: null, reason: t('The service does not have it any more.') };
  if ('status' in server && server.status !== 'pending') return closedInvitation(server.status);
  const changes = changedFields(entity, base, server);
  if (changes.length > 0) {
    const fields = changes.map(({ field }) => field).join(', ');
    return {
      verdict: 'conflict',
      theirs: Object.fromEntries(changes.map(({ field, after }) => [field, after])),
      reason: t('It was changed on the service since: {fields}.', { fields }),
    };
  }
  if (!('membersCount' in server) || base.membersCount === server.membersCount) return clean(null);
  const reason = t('It had {before} members when this was staged; now it has {now, number}.', {
    before: String(base.membersCount),
    now: server.membersCount,
  });
  return { verdict: 'merged', theirs: null, reason };
}

function closedInvitation(status: string): Classification {
  if (status === 'accepted')
    return { verdict: 'refused', theirs: status, reason: t('The invitation was accepted meanwhile.') };
  const reason =
    status === 'revoked'
      ? t('The invitation is revoked already.')
      : status === 'expired'
        ? t('The invitation is expired already.')
        : t('The invitation is {status} already.', { status });
  return { verdict: 'no-op', theirs: status, reason };
}
