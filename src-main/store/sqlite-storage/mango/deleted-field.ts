import { FALSE, TRUE } from '../sql';
import { isOneOf } from './column-field';
import type { FieldSql } from './field-sql';

/** `_deleted` has a column of its own that holds 0 or 1 and is never missing. */
export const DELETED_FIELD: FieldSql = {
  unsure: FALSE,
  missing: FALSE,
  isNull: FALSE,
  isObject: FALSE,
  equals: (values) => isOneOf('deleted', values.filter((value) => typeof value === 'boolean').map(Number)),
  compare: (comparison, operand) =>
    typeof operand === 'boolean' ? { text: `deleted ${comparison} ?`, params: [Number(operand)] } : FALSE,
  ofType: (type) => (type === 'boolean' ? TRUE : FALSE),
  modulo: () => FALSE,
};
