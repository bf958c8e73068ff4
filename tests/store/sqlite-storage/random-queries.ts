import type { MangoQuery } from 'rxdb';

/** A seeded source of numbers in [0, 1): mulberry32, so that a failing case can be run again. */
export type Random = () => number;

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The document of the random queries: its fields hold anything JSON can, whatever a schema says. */
export interface RandomFields {
  readonly id: string;
  readonly [field: string]: unknown;
}

const STRINGS = [
  ...['', 'a', 'b', 'aa', 'ab', 'B', 'z', 'zz', ' a', 'a ', 'ä', 'é', 'e\u0301', '10', '5', 'true', 'null'],
  ...['a\u0000', 'a\u0000b', '\u0000', 'a\u0001', '\u0001\u0001', 'a\tb', 'line\nbreak', '\u001f'],
  ...['😀', '😁', 'a😀', '\ud83d', 'a\ud83d', '\ude00', '～', '￿', '\ue000', '퟿', "it's", '"q"', '%', '_'],
];
const NUMBERS = [0, 1, 2, 3, 5, 10, -1, -5, 0.5, 1.5, -0.25, 2 ** 53, -(2 ** 53), 1e21, 1e-7, 12345678901];
export const PATHS = [
  'a',
  'b',
  'c',
  'd',
  'tags',
  'n.x',
  'n.y',
  'n.deep.z',
  'list.q',
  'list.0',
  'tags.1',
  'odd key',
];

export function pick<Item>(random: Random, items: readonly Item[]): Item {
  return items[Math.floor(random() * items.length)] as Item;
}

function scalar(random: Random): unknown {
  const kind = random();
  if (kind < 0.4) return pick(random, STRINGS);
  if (kind < 0.75) return pick(random, NUMBERS);
  return kind < 0.9 ? random() < 0.5 : null;
}

function several<Item>(random: Random, most: number, make: () => Item): Item[] {
  return Array.from({ length: Math.floor(random() * (most + 1)) }, make);
}

function anything(random: Random, depth = 0): unknown {
  const kind = random();
  if (depth > 2 || kind < 0.7) return scalar(random);
  if (kind < 0.85) return several(random, 3, () => anything(random, depth + 1));
  return Object.fromEntries(
    several(random, 2, () => [pick(random, ['x', 'y', 'q', 'z']), anything(random, depth + 1)]),
  );
}

/** A document; `wild` puts arrays and objects into indexed fields too. */
export function randomFields(random: Random, id: string, wild: boolean): RandomFields {
  const indexed = () => (wild ? anything(random) : scalar(random));
  const all: Record<string, unknown> = {
    a: indexed(),
    b: indexed(),
    c: anything(random),
    d: indexed(),
    tags: several(random, 3, () => scalar(random)),
    n:
      wild && random() < 0.3
        ? anything(random)
        : { x: indexed(), y: anything(random), deep: anything(random) },
    list: several(random, 3, () => ({ q: anything(random) })),
    'odd key': anything(random),
  };
  for (const name of Object.keys(all)) if (random() < 0.2) delete all[name];
  return { id, ...all };
}

function operator(random: Random, depth: number): Record<string, unknown> {
  const list = () => several(random, 4, () => (random() < 0.9 ? scalar(random) : anything(random)));
  switch (
    pick(random, [
      'eq',
      'ne',
      'cmp',
      'cmp',
      'in',
      'nin',
      'exists',
      'type',
      'mod',
      'not',
      'elem',
      'size',
      'regex',
    ])
  ) {
    case 'eq':
      return { $eq: random() < 0.85 ? scalar(random) : anything(random) };
    case 'ne':
      return { $ne: random() < 0.85 ? scalar(random) : anything(random) };
    case 'in':
      return { $in: list() };
    case 'nin':
      return { $nin: list() };
    case 'exists':
      return { $exists: random() < 0.5 };
    case 'type':
      return {
        $type: pick<unknown>(random, [
          'string',
          'number',
          'int',
          'bool',
          'null',
          'array',
          'object',
          2,
          ['string', 'null'],
        ]),
      };
    case 'mod':
      return { $mod: [pick(random, [1, 2, 3, 2.5, -2]), pick(random, [0, 1, 0.5, -1])] };
    case 'not':
      return { $not: depth > 2 ? { $eq: scalar(random) } : operator(random, depth + 1) };
    case 'elem':
      return {
        $elemMatch: random() < 0.5 ? { $gt: pick(random, [...NUMBERS, ...STRINGS]) } : { q: scalar(random) },
      };
    case 'size':
      return { $size: Math.floor(random() * 4) };
    case 'regex':
      return {
        $regex: pick(random, ['^a', 'a', '[b-z]', '^$', '😀', 'A', 'B', 'q', '1', '\\$', 'ä', '\\d']),
        ...(random() < 0.3 ? { $options: 'i' } : {}),
      };
    default: {
      const from = { [pick(random, ['$gt', '$gte'])]: scalar(random) };
      const to = { [pick(random, ['$lt', '$lte'])]: scalar(random) };
      return pick(random, [from, to, { ...from, ...to }]);
    }
  }
}

/** The memory storage answers type-foreign questions about ids from its index, wrongly: ask for strings only. */
function idOperator(random: Random): Record<string, unknown> {
  const id = () => `${Math.floor(random() * 60)}${pick(random, ['', '😀', '～'])}`;
  return { [pick(random, ['$eq', '$ne', '$gt', '$gte', '$lt', '$lte'])]: id() };
}

function selector(random: Random, depth = 0): Record<string, unknown> {
  const kind = random();
  if (depth < 3 && kind < 0.3) {
    const parts = [selector(random, depth + 1), ...several(random, 2, () => selector(random, depth + 1))];
    return { [pick(random, ['$and', '$or', '$nor'])]: parts };
  }
  return Object.fromEntries(
    several(random, 2, () =>
      random() < 0.05
        ? ['id', idOperator(random)]
        : [pick(random, [...PATHS, 'a', 'b', 'n.x']), random() < 0.15 ? scalar(random) : operator(random, 0)],
    ),
  );
}

/** A query with any selector, none to three sort fields, and sometimes a page. */
export function randomQuery(random: Random): MangoQuery<RandomFields> {
  const fields = new Set(several(random, 3, () => pick(random, [...PATHS.slice(0, 8), 'a', 'b', 'id'])));
  return {
    selector: { ...selector(random), ...(random() < 0.7 ? { _deleted: false } : {}) } as never,
    ...(fields.size > 0
      ? { sort: [...fields].map((field) => ({ [field]: random() < 0.5 ? 'asc' : 'desc' })) as never }
      : {}),
    ...(random() < 0.4 ? { skip: Math.floor(random() * 6) } : {}),
    ...(random() < 0.5 ? { limit: Math.floor(random() * 12) } : {}),
  };
}
