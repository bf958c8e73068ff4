import type { PageQuery } from '@shared/contract/page';
import { entityHomes } from './collections';
import { countDocuments, findDocuments } from './read-documents';
import { selectorOf } from './selector-of';
import type { StorePage } from './store';
import type { StoreCollection } from './store-database';
import { toRecord } from './to-record';

/** One page of an entity's rows, and how many rows match in all. */
export async function readPage(collection: StoreCollection, query: PageQuery): Promise<StorePage> {
  const { entity, where, text, sort, offset, limit } = query;
  const { searched, sort: usual } = entityHomes[entity];
  const { field, direction } = sort ?? usual;
  const pattern = text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const selector = selectorOf(entity, where);
  const searching = text !== '' && searched.length > 0;
  const mango = {
    selector: searching
      ? {
          $and: [selector, { $or: searched.map((name) => ({ [name]: { $regex: pattern, $options: 'i' } })) }],
        }
      : selector,
    sort: [{ [field]: direction }, ...(field === 'id' ? [] : [{ id: direction }])],
  };
  const rows = await findDocuments(collection, { ...mango, skip: offset, limit });
  return {
    rows: rows.map((document) => toRecord(entity, document)),
    total: await countDocuments(collection, mango),
    totalIsLowerBound: false,
  };
}
