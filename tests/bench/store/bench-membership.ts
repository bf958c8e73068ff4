import type { RxJsonSchema } from 'rxdb';

/** A membership as the store holds it; also built in the Electron window, so this file knows no Node. */
export interface BenchMembership {
  readonly id: string;
  readonly organizationId: string;
  readonly userName: string;
  readonly userEmail: string;
  readonly role: string;
  readonly state: string;
  readonly updatedAt: number;
}

const text = (maxLength: number) => ({ type: 'string', maxLength }) as const;

/** Five indexes, as the speed targets ask. */
export const benchSchema: RxJsonSchema<BenchMembership> = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: text(60),
    organizationId: text(60),
    userName: text(100),
    userEmail: text(100),
    role: text(40),
    state: text(20),
    updatedAt: { type: 'integer', minimum: 0, maximum: 1e15, multipleOf: 1 },
  },
  required: ['id', 'organizationId', 'userName', 'userEmail', 'role', 'state', 'updatedAt'],
  indexes: [
    'userName',
    ['role', 'userName'],
    ['state', 'userName'],
    ['organizationId', 'userName'],
    'updatedAt',
  ],
};

const openings = 'b br c ch d dr f fl g gr h j k kl l m n p pr r s sch st t tr v w z'.split(' ');
const vowels = 'a e i o u ai ei ou'.split(' ');
const endings = ['n', 'r', 'l', 's', 'm', 'ck', 'tz', 'nd', 'rt', 'ss'];
const roles = ['org:admin', 'org:billing', 'org:support', 'org:viewer'];

/** A number in [0, size) that looks random and is the same for the same seed and index. */
export function scattered(seed: number, index: number, size: number): number {
  let hash = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(seed + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) % size;
}

function word(seed: number, syllables: number): string {
  let letters = '';
  for (let part = 0; part < syllables; part += 1) {
    letters += openings[scattered(seed, part * 3, openings.length)];
    letters += vowels[scattered(seed, part * 3 + 1, vowels.length)];
  }
  letters += endings[scattered(seed, 99, endings.length)];
  return letters[0]?.toUpperCase() + letters.slice(1);
}

/** The membership of a number: 10 % billing, 4 % not in step with the service, 20 to an organization. */
export function benchMembership(seed: number, index: number): BenchMembership {
  const person = scattered(seed, index, 1_000_000);
  const first = word(person % 997, 1);
  const last = word(person % 29_989, 2);
  const share = scattered(seed + 1, index, 100);
  const role = share < 10 ? 'org:billing' : share < 15 ? 'org:admin' : roles[2 + (share % 2)];
  const state = scattered(seed + 2, index, 100);
  return {
    id: `orgmem_${String(index).padStart(20, '0')}`,
    organizationId: `org_${String(scattered(seed + 3, index, 50_000)).padStart(24, '0')}`,
    userName: `${first} ${last}`,
    userEmail: `${first}.${last}.${index}@${word(person % 401, 2).toLowerCase()}.example`.toLowerCase(),
    role: role ?? 'org:viewer',
    state: state < 2 ? 'pending' : state < 4 ? 'conflict' : 'synced',
    updatedAt: 1_700_000_000_000 + index * 1_000,
  };
}

/** What a storage is given for a new document. */
export function benchRow(seed: number, index: number) {
  return {
    document: {
      ...benchMembership(seed, index),
      _deleted: false,
      _attachments: {},
      _rev: '1-bench',
      _meta: { lwt: 1_700_000_000_000 + index / 100 },
    },
  };
}
