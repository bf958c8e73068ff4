import { type Result, success } from '@shared/contract/failure';
import type { Resolution } from '@shared/contract/plan';
import { editableField } from '@shared/domain/editable-fields';
import type { Intent } from '@shared/domain/intent';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import type { DraftStep } from '@shared/domain/reconcile/draft-step';
import { type PlanFacts, serverOf } from '@shared/domain/rules/plan-facts';
import { valueFault } from '@shared/domain/rules/value-fault';
import { t } from '@shared/language/t';

/** Conflicts as the admin decided them. */
export interface Resolved {
  /** To be withdrawn: the service's value stays. */
  readonly theirs: readonly Intent[];
  /** To be sent, with the service's value as the new base. */
  readonly mine: readonly Intent[];
  /** To be replaced by an edit to a third value. */
  readonly other: readonly { readonly intent: Intent; readonly value: JsonValue }[];
}

/** Takes the admin's answers to the conflicts of a plan. Pure. A conflict without an answer is in no list. */
export function resolveConflicts(
  facts: PlanFacts,
  steps: readonly DraftStep[],
  resolutions: Readonly<Record<string, Resolution>>,
): Result<Resolved> {
  const theirs: Intent[] = [];
  const mine: Intent[] = [];
  const other: { intent: Intent; value: JsonValue }[] = [];
  for (const step of steps) {
    const resolution = resolutions[step.intent.id];
    if (step.verdict !== 'conflict' || resolution === undefined) continue;
    switch (resolution.choose) {
      case 'theirs':
        theirs.push(step.intent);
        break;
      case 'mine':
        mine.push(rebase(facts, step));
        break;
      case 'other': {
        const fault = otherFault(facts, step.intent, resolution.value);
        if (fault !== null) return fault;
        other.push({ intent: rebase(facts, step), value: resolution.value });
      }
    }
  }
  return success({ theirs, mine, other });
}

/** The intent as if it had been staged on what the service holds now. */
function rebase(facts: PlanFacts, { intent, theirs }: DraftStep): Intent {
  const { action, entity, recordId } = intent;
  const server = serverOf(facts, entity, recordId);
  const seen = server !== null && 'updatedAt' in server ? { seenUpdatedAt: server.updatedAt } : {};
  const staged = { ...intent, ...seen, state: 'staged', theirs: null } as const;
  switch (action.verb) {
    case 'create':
    case 'perform':
      return staged;
    case 'update':
      return { ...staged, action: { ...action, base: theirs } };
    case 'delete':
      return { ...staged, action: { ...action, base: { ...server } as JsonObject } };
  }
}

function otherFault(
  { roles, rows }: PlanFacts,
  { entity, action, label }: Intent,
  value: JsonValue,
): Result<never> | null {
  const field = action.verb === 'update' ? editableField(entity, action.field) : undefined;
  const permissionKeys = new Set(
    [...rows.values()].flatMap((row) => ('permissionKeys' in row ? row.permissionKeys : [])),
  );
  const roleSets = new Map(
    [...rows.values()].flatMap((row) => ('roleSetKey' in row ? [[row.roleSetKey, []] as const] : [])),
  );
  const known = new Map([...roles].map(([key, { name, elevated }]) => [key, { name, elevated }]));
  const fault =
    field === undefined
      ? t('can only be kept or dropped')
      : valueFault(field, value, { roles: known, permissionKeys, roleSets });
  if (fault === null) return null;
  return {
    ok: false,
    error: {
      code: 'invalid-input',
      message: t('{field} of {record} {fault}. Nothing was sent.', {
        field: field?.label ?? t('The deletion'),
        record: label,
        fault,
      }),
      next: t('Choose another value.'),
    },
  };
}
