import { run as queries } from './query-fuzz';
import { run as schedules } from './reconcile-chaos';
import { run as histories } from './reconcile-histories';
import { run as kills } from './reconcile-kill';
import { run as crashPoints } from './reliability/crash-points';
import { run as diskErrors } from './reliability/disk-errors';
import { run as keyrings } from './reliability/keyrings';
import { run as movingLists } from './reliability/moving-lists';
import { run as upgrades } from './reliability/upgrades';
import { run as damage } from './store-damage';
import type { Figure } from './support/figure';

interface Proof {
  readonly title: string;
  /** What `--long` and `--size 100` try, as `facts/reconciling.md` has it. */
  readonly full: number;
  /** What is tried otherwise: minutes. */
  readonly short: number;
  readonly run: (options: { seed: number; size: number }) => Promise<Outcome> | Outcome;
}
interface Outcome {
  readonly figures: readonly Figure[];
}

/** By the name that `--only` takes. */
const proofs: Readonly<Record<string, Proof>> = {
  kills: { title: 'losses by kill -9', full: 500, short: 20, run: kills },
  'crash-points': { title: 'pushes without exactly one effect', full: 450, short: 30, run: crashPoints },
  schedules: { title: 'network schedules that do not converge', full: 10_000, short: 100, run: schedules },
  queries: { title: 'queries answered otherwise than by memory', full: 100_000, short: 5_000, run: queries },
  histories: { title: 'histories with a silent overwrite', full: 50_000, short: 5_000, run: histories },
  'moving-lists': { title: 'records lost in moving lists', full: 200_000, short: 1_000, run: movingLists },
  damage: { title: 'silent damage, or edits lost by it', full: 1_000, short: 50, run: damage },
  keyrings: { title: 'workspaces wiped or in plain text', full: 10, short: 1, run: keyrings },
  'disk-errors': { title: 'losses by a failing disk', full: 1_000, short: 200, run: diskErrors },
  upgrades: { title: 'edits lost by upgrade, clock or restore', full: 200, short: 10, run: upgrades },
};

export interface Options {
  readonly seed: number;
  /** Per cent of the full numbers; a proof tries one thing at least. */
  readonly size?: number;
  readonly long?: boolean;
  /** Names of proofs; all of them when missing or empty. */
  readonly only?: readonly string[];
}

/** The recovery figures, one for each proof: short by default, in full with `long`. */
export async function run({ seed, size, long = false, only = [] }: Options) {
  const unknown = only.filter((name) => proofs[name] === undefined);
  if (unknown.length > 0)
    throw new Error(
      `No proof is called ${unknown.join(', ')}. There are: ${Object.keys(proofs).join(', ')}.`,
    );
  const figures: Figure[] = [];
  for (const [name, proof] of Object.entries(proofs)) {
    if (only.length > 0 && !only.includes(name)) continue;
    const share = long ? 100 : size;
    const count = share === undefined ? proof.short : Math.max(1, Math.ceil((proof.full * share) / 100));
    process.stderr.write(`${name}: ${count} of ${proof.full}, seed ${seed}\n`);
    const { figures: parts } = await proof.run({ seed, size: count });
    const figure = asOne(`${name}: ${proof.title}`, parts, { seed, tried: count });
    figures.push(long ? mutatedOr(figure) : figure);
  }
  return { figures };
}

/** One figure of several: what must be none is added up, and the rest stands beside it; fine where all of them are. */
function asOne(name: string, parts: readonly Figure[], about: Readonly<Record<string, number>>): Figure {
  const losses = parts.filter(({ target }) => target === '<= 0');
  const others = parts.filter(({ target }) => target !== '<= 0');
  return {
    name,
    value: losses.reduce((sum, { value }) => sum + value, 0),
    unit: 'losses',
    beside: Object.assign(
      { ...about },
      ...parts.map(({ beside }) => beside),
      ...others.map((part) => ({ [part.name]: part.value })),
    ),
    ratio: null,
    target: '<= 0',
    // Nothing measured proves nothing.
    ok: losses.length > 0 && parts.every(({ ok }) => ok),
  };
}

/** In full, a proof whose mutator changed no answer (as where the spec is not there) is none. */
export function mutatedOr(figure: Figure): Figure {
  if (figure.beside['answers mutated'] !== 0) return figure;
  process.stderr.write(`${figure.name}: no answer was mutated, so that it proves nothing of them.\n`);
  return { ...figure, ok: false };
}
