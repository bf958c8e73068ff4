import { createFind } from '@main/find/create-find';
import type { createRandom } from '@main/sandbox/database/random';
import type { Store } from '@main/store/store';
import { PageQuery } from '@shared/contract/page';
import { type Figure, figure } from './figure';
import { timed } from './timed';

/** Three letters of a name that fits many, a whole name, an address, an id, and a name with a slip, which fits nobody. */
export async function paletteFigures(
  store: Store,
  {
    random,
    size,
    p95,
    at,
  }: {
    random: ReturnType<typeof createRandom>;
    size: number;
    p95: (question: () => Promise<unknown>) => Promise<number>;
    at: string;
  },
): Promise<Figure[]> {
  const find = createFind({ store, narrowed: async (query) => query, now: Date.now });
  const ask = (text: string) => find({ text, limit: 5 });
  const nameOf = () => personName(random.int(0, size / 3 - 1));
  const asked = [
    () => nameOf().slice(0, 3),
    nameOf,
    () => `p${random.int(0, size / 3 - 1)}@example.com`,
    () => `user_${random.int(0, size / 3 - 1)}`,
  ];
  await store.prepareSearch();
  const first = await timed(() => ask(slipped(nameOf(), random)));
  return [
    figure(`palette, first slip of a key ${at}`, first, 'ms'),
    figure(`palette, p95 ${at}`, await p95(() => ask(random.pick(asked)())), 'ms', { most: 50 }),
    figure(`palette, a slip of a key, p95 ${at}`, await p95(() => ask(slipped(nameOf(), random))), 'ms', {
      most: 50,
    }),
    figure(
      `memberships by role, p95 ${at}`,
      await p95(() => store.facets(PageQuery.parse({ entity: 'membership' }), 'role')),
      'ms',
      { most: 50 },
    ),
    figure(
      `memberships of a filter by role ${at}`,
      await timed(() =>
        store.facets(
          PageQuery.parse({
            entity: 'membership',
            where: [{ field: 'userEmail', op: 'contains', value: '9@' }],
          }),
          'role',
        ),
      ),
      'ms',
      { most: 1_000 },
    ),
    figure(
      `people by a value of metadata ${at}`,
      await timed(() => store.facets(PageQuery.parse({ entity: 'user' }), 'publicMetadata.tier')),
      'ms',
      { most: 1_000 },
    ),
  ];
}

const beginnings = [
  'Al',
  'Ber',
  'Car',
  'Dori',
  'El',
  'Fre',
  'Gus',
  'Han',
  'Ing',
  'Jo',
  'Kat',
  'Lor',
  'Mar',
  'Nor',
  'Ot',
  'Pe',
  'Ro',
  'Ste',
  'Tho',
  'Wil',
];
const ends = [
  'anda',
  'bert',
  'cina',
  'drik',
  'ette',
  'fred',
  'gard',
  'hild',
  'ina',
  'jana',
  'kus',
  'linde',
  'mund',
  'nelia',
  'olf',
  'rich',
  'sina',
  'tine',
  'vin',
  'wina',
];
const roots = [
  'berg',
  'feld',
  'holm',
  'kamp',
  'lund',
  'mann',
  'quist',
  'rup',
  'stein',
  'thal',
  'ward',
  'wood',
];

/** Some 400 first names and 4,800 last ones. */
export function personName(index: number): string {
  const [first, last] = [index % 400, Math.floor(index / 7) % 4_800];
  const firstName = `${beginnings[first % 20]}${ends[Math.floor(first / 20)]}`;
  const lastName = `${beginnings[last % 20]}${ends[Math.floor(last / 20) % 20]}${roots[Math.floor(last / 400)]}`;
  return `${firstName} ${lastName}`;
}

/** With a letter of the last name left out. */
function slipped(name: string, random: ReturnType<typeof createRandom>): string {
  const at = name.indexOf(' ') + random.int(2, 5);
  return name.slice(0, at) + name.slice(at + 1);
}
