import type { WrittenCall, WrittenChange } from '@shared/domain/copy-as/written-call';
import { editableField } from '@shared/domain/editable-fields';
import { textsIn } from '@shared/domain/json';
import { t } from '@shared/language/t';
import { callsOf } from './calls-of';
import { type Adapters, adapterIn, noIds } from './entities/adapter';
import type { KnownIds, RemoteCall } from './identity-port';
import { writtenCall } from './written-call';

/** A change as calls for whoever sends it otherwise, with ids that the copy has; what they lack as sentences. Pure. */
export function writtenCalls(
  adapters: Adapters,
  api: WrittenCall['api'],
  call: RemoteCall,
  known: KnownIds,
): Pick<WrittenChange, 'calls' | 'notes'> {
  const { of: what, keys } = heldById(adapters, call);
  const ids = what === null ? noIds : known[what];
  const calls = callsOf(adapters, call, ids);
  if (calls === null)
    return {
      calls: [],
      notes: [t('It cannot be sent: {verb} {entity}.', { verb: call.verb, entity: call.entity })],
    };
  if (calls.reads !== undefined)
    return {
      calls: [],
      notes: [
        t('Not among these calls: {calls}, made of what GET {path} answers.', {
          calls: calls.shown,
          path: calls.reads,
        }),
      ],
    };
  const unknown = keys.filter((key) => !ids.has(key));
  return {
    calls: (calls.of(undefined) ?? []).map((each) => writtenCall(api, each)),
    notes:
      unknown.length === 0
        ? []
        : [t('The ids of {keys} are to be put in: the copy has none.', { keys: unknown.join(', ') })],
  };
}

interface HeldById {
  /** Null where a call names none. */
  readonly of: keyof KnownIds | null;
  readonly keys: readonly string[];
}

/** Keys in a call whose records the service takes by id. */
export function heldById(adapters: Adapters, call: RemoteCall): HeldById {
  if (call.verb === 'delete' || call.verb === 'perform') return { of: null, keys: [] };
  const values = call.verb === 'create' ? Object.entries(call.values) : [[call.field, call.value] as const];
  const permissions = values.flatMap(([field, value]) =>
    editableField(call.entity, field)?.kind === 'permissions' ? textsIn(value) : [],
  );
  if (permissions.length > 0) return { of: 'permission', keys: permissions };
  const { roleKeys } = adapterIn(adapters, call.entity) ?? {};
  const roles = call.verb === 'update' ? (roleKeys?.(call.record, call.field, call.value) ?? []) : [];
  return { of: roles.length > 0 ? 'role' : null, keys: roles };
}
