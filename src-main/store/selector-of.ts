import { assertNever } from '@shared/assert-never';
import type { Condition, Filter } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import { groupOf } from '@shared/domain/filter/condition';
import { blankValues, containing } from '@shared/domain/filter/matches';
import { isJsonArray, type JsonValue } from '@shared/domain/json';
import { countedBeside } from '@shared/domain/records/beside';
import type { MangoQuerySelector } from 'rxdb';
import { entityHomes } from './collections';
import type { StoreDocument } from './store-document';

type Selector = MangoQuerySelector<StoreDocument>;

/** Conditions of the contract, their spans told, as a Mango selector; all must hold. */
export function selectorOf(entity: EntityName, where: readonly Condition[]): Selector {
  const { kind } = entityHomes[entity];
  const conditions = where.map((condition) => compiled(entity, condition));
  if (kind !== undefined) conditions.unshift({ kind: { $eq: kind } });
  const [only] = conditions;
  if (only === undefined) return {};
  return (conditions.length === 1 ? only : { $and: conditions }) as Selector;
}

function compiled(entity: EntityName, condition: Condition): object {
  const group = groupOf(condition);
  if (group === null) return onField(entity, condition as Filter);
  const of = group.of.map((each) => compiled(entity, each));
  return group.by === 'all' ? { $and: of } : group.by === 'any' ? { $or: of } : { $nor: of };
}

function onField(entity: EntityName, { field, op, value }: Filter): object {
  if (countedBeside(entity, field) !== null)
    throw new Error(`${field} is counted beside the rows: figuresTold comes first`);
  const on = (condition: object): object => ({ [field]: condition });
  switch (op) {
    case 'eq':
      return on({ $eq: value });
    case 'ne':
      return on({ $ne: value });
    case 'in':
      return on({ $in: listed(value) });
    case 'nin':
      return on({ $nin: listed(value) });
    case 'gt':
      return on({ $gt: value });
    case 'gte':
      return on({ $gte: value });
    case 'lt':
      return on({ $lt: value });
    case 'lte':
      return on({ $lte: value });
    case 'between': {
      const [from, to] = listed(value);
      return on({ $gte: from, $lte: to });
    }
    case 'contains':
      return on({ $regex: containing(String(value)), $options: 'i' });
    case 'set': {
      const blank = [on({ $in: blankValues }), on({ $size: 0 })];
      return value === true ? { $nor: blank } : { $or: blank };
    }
    case 'last':
    case 'notLast':
    case 'next':
      throw new Error(`${op} is told by the moment of asking: atMoment comes first`);
    default:
      return assertNever(op);
  }
}

const listed = (value: JsonValue): readonly JsonValue[] =>
  typeof value === 'object' && value !== null && isJsonArray(value) ? value : [value];
