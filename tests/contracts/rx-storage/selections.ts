import type { MangoQuery, RxDocumentData } from 'rxdb';
import { type Member, member } from './member';

/** Four members that the selections tell apart. */
export function people(): RxDocumentData<Member>[] {
  return [
    member('1', { name: 'Ann', role: 'admin', age: 40, tags: ['x'], note: null }),
    member('2', { name: 'Bob', role: 'member', age: 20, tags: ['x', 'y'], address: { city: 'Rome' } }),
    member('3', { name: 'Cleo', role: 'member', age: 30, note: 'hello' }),
    member('4', { name: 'Dan', role: 'guest', age: 20, active: false, address: { city: 'Oslo' } }),
  ];
}

/** What a selector is about, the query, and the ids of the people it finds. */
export const selections: readonly (readonly [
  what: string,
  query: MangoQuery<Member>,
  ids: readonly string[],
])[] = [
  ['equality', { selector: { role: 'member' } }, ['2', '3']],
  ['inequality', { selector: { role: { $ne: 'member' } } }, ['1', '4']],
  ['a range', { selector: { age: { $gt: 20, $lte: 40 } } }, ['1', '3']],
  ['a list', { selector: { name: { $in: ['Ann', 'Dan', 'Zoe'] } } }, ['1', '4']],
  ['an excluded list', { selector: { name: { $nin: ['Ann', 'Dan'] } } }, ['2', '3']],
  ['an empty list', { selector: { name: { $in: [] } } }, []],
  ['a boolean', { selector: { active: false } }, ['4']],
  ['null or missing', { selector: { note: { $eq: null } } }, ['1', '2', '4']],
  ['presence', { selector: { note: { $exists: true } } }, ['1', '3']],
  ['absence', { selector: { note: { $exists: false } } }, ['2', '4']],
  ['type', { selector: { note: { $type: 'string' } } }, ['3']],
  ['remainder', { selector: { age: { $mod: [20, 0] } } }, ['1', '2', '4']],
  ['negation', { selector: { age: { $not: { $gt: 25 } } } }, ['2', '4']],
  ['conjunction', { selector: { $and: [{ role: 'member' }, { age: 30 }] } }, ['3']],
  ['alternatives', { selector: { $or: [{ role: 'admin' }, { age: 30 }] } }, ['1', '3']],
  ['none of', { selector: { $nor: [{ role: 'admin' }, { age: 20 }] } }, ['3']],
  ['a list element', { selector: { tags: 'x' } as never }, ['1', '2']],
  ['list length', { selector: { tags: { $size: 2 } } as never }, ['2']],
  ['a matching element', { selector: { tags: { $elemMatch: { $eq: 'y' } } } as never }, ['2']],
  ['a pattern', { selector: { name: { $regex: '^[AB]' } } }, ['1', '2']],
  ['a pattern with options', { selector: { name: { $regex: 'CLE', $options: 'i' } } }, ['3']],
  ['a nested field', { selector: { 'address.city': 'Rome' } as never }, ['2']],
];
