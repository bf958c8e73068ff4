import { faker } from '@faker-js/faker/locale/en';
import { createRandom } from '../database/random';

/** Seeded sources of the names a world is made of. */
export interface Names {
  readonly person: () => { readonly first: string; readonly last: string };
  /** A company and the slug it goes by; no two are the same. */
  readonly company: () => { readonly name: string; readonly slug: string };
}

const trades = [
  'Robotics',
  'Labs',
  'Energy',
  'Logistics',
  'Health',
  'Foods',
  'Analytics',
  'Capital',
  'Mobility',
  'Materials',
  'Studios',
  'Aerospace',
  'Insurance',
  'Systems',
  'Marine',
  'Textiles',
  'Biotech',
  'Software',
  'Networks',
  'Retail',
  'Instruments',
  'Partners',
  'Semiconductors',
  'Architects',
];

/** Lower-case letters, digits and single dashes. */
const slugOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f']/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/**
 * Opens the name sources of a stream.
 *
 * The names come from one shared generator, seeded here: use one source at a time, without waiting in between.
 */
export const createNames = (stream: string): Names => {
  const random = createRandom(`${stream}/names`);
  faker.seed(random.int(1, 2 ** 31 - 1));
  const taken = new Map<string, number>();
  return {
    person: () => ({ first: faker.person.firstName(), last: faker.person.lastName() }),
    company: () => {
      const root = random.chance(0.75) ? faker.person.lastName() : faker.location.city();
      const name = `${root} ${random.pick(trades)}`;
      const slug = slugOf(name);
      const times = (taken.get(slug) ?? 0) + 1;
      taken.set(slug, times);
      return times === 1 ? { name, slug } : { name: `${name} ${times}`, slug: `${slug}-${times}` };
    },
  };
};
