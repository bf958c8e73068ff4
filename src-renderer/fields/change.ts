import type { PlanStep } from '@shared/contract/plan';
import type { Intent } from '@shared/domain/intent';

/** What an intent and a step of a plan have in common: who is changed, how, from what to what. */
export type Change = Pick<
  PlanStep,
  'entity' | 'recordId' | 'organizationId' | 'label' | 'verb' | 'field' | 'base' | 'mine'
>;

export function changeOf({ entity, recordId, organizationId, label, action }: Intent): Change {
  const target = { entity, recordId, organizationId, label, verb: action.verb };
  switch (action.verb) {
    case 'create':
      return { ...target, field: '', base: null, mine: action.values };
    case 'update':
      return { ...target, field: action.field, base: action.base, mine: action.value };
    case 'perform':
      return { ...target, field: action.operation, base: action.base, mine: action.values };
    case 'delete':
      return { ...target, field: '', base: action.base, mine: null };
  }
}
