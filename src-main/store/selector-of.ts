import { assertNever } from '@shared/assert-never';
import type { Filter } from '@shared/contract/page';
import type { EntityName } from '@shared/domain/entity';
import type { MangoQuerySelector } from 'rxdb';
import { entityHomes } from './collections';
import type { StoreDocument } from './store-document';

type Selector = MangoQuerySelector<StoreDocument>;

/** Filters of the contract as a Mango selector; all must hold. */
export function selectorOf(entity: EntityName, where: readonly Filter[]): Selector {
  const { kind } = entityHomes[entity];
  const conditions = where.map((filter) => ({ [filter.field]: condition(filter) }));
  if (kind !== undefined) conditions.unshift({ kind: { $eq: kind } });
  const [only] = conditions;
  if (only === undefined) return {};
  return (conditions.length === 1 ? only : { $and: conditions }) as Selector;
}

function condition({ op, value }: Filter): object {
  switch (op) {
    case 'eq':
      return { $eq: value };
    case 'ne':
      return { $ne: value };
    case 'in':
      return { $in: Array.isArray(value) ? value : [value] };
    case 'gt':
      return { $gt: value };
    case 'gte':
      return { $gte: value };
    case 'lt':
      return { $lt: value };
    case 'lte':
      return { $lte: value };
    default:
      return assertNever(op);
  }
}
