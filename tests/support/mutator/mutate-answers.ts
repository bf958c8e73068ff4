import { pick } from '../chaos/seeded-random';
import type { Altered, Passing } from './mutating-proxy';
import { type Mutation, specMutations, templateOf } from './spec-mutations';

/** A service that uses its freedom: a share of its answers differ as its spec allows. */
export interface Mutator {
  /** How many answers were changed, by what was done to them: `GET data[].slug: null`. */
  readonly fired: ReadonlyMap<string, number>;
  /** What a proxy does to an answer. */
  readonly alter: (passing: Passing) => Altered | undefined;
  /** Changes a share of the answers from now on (0 to 1), of all paths or of those that fit. */
  storm(share: number, paths?: RegExp): void;
  calm(): void;
}

/** Chooses by `random` among everything that the spec at a path lets an answer be; calm at first. */
export function mutateAnswers(specPath: string, random: () => number): Mutator {
  const fired = new Map<string, number>();
  let weather: { readonly share: number; readonly paths: RegExp } | null = null;
  return {
    fired,
    alter: ({ method, path, status, body }) => {
      if (weather === null || status !== 200 || !weather.paths.test(path) || random() >= weather.share)
        return;
      const mutations = mutationsOf(specPath, method, path);
      if (mutations.length === 0) return;
      const { title, apply } = pick(random, mutations);
      const changed = apply(body);
      if (JSON.stringify(changed) === JSON.stringify(body)) return;
      const name = `${method} ${title}`;
      fired.set(name, (fired.get(name) ?? 0) + 1);
      return { body: changed };
    },
    storm: (share, paths = /./) => {
      weather = { share, paths };
    },
    calm: () => {
      weather = null;
    },
  };
}

const known = new Map<string, readonly Mutation[]>();

function mutationsOf(specPath: string, method: string, path: string): readonly Mutation[] {
  const verb = method.toLowerCase();
  const template = templateOf(specPath, verb, path);
  if (template === undefined) return [];
  const name = `${specPath} ${method} ${template}`;
  const mutations = known.get(name) ?? specMutations(specPath, template, verb);
  known.set(name, mutations);
  return mutations;
}
