import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { projectRoot } from './project-root';

const Figure = z.object({
  name: z.string(),
  value: z.number(),
  unit: z.string(),
  /** What was measured beside it in the same run, in the same unit, by name. */
  beside: z.record(z.string(), z.number()).default({}),
  ratio: z.number().nullable().default(null),
  target: z.union([z.string(), z.number(), z.null()]).default(null),
  ok: z.boolean(),
});
const Outcome = z.object({ figures: z.array(Figure) });
interface Options {
  readonly seed: number;
  readonly size?: number;
  readonly long: boolean;
  /** Parts of the bench, where it has some; all of them when empty. */
  readonly only: readonly string[];
}
type Run = (options: Options) => unknown;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    seed: { type: 'string', default: '1' },
    size: { type: 'string' },
    long: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
const bench = z
  .string('Name a bench: npm run -s bench -- NAME [--json] [--seed N] [--size N] [--long] [--only PART,PART]')
  .regex(/^[a-z0-9-]+$/)
  .parse(positionals[0]);
const seed = z.coerce.number().int().parse(values.seed);
const size = z.coerce.number().int().positive().optional().parse(values.size);
const module: { default?: unknown; run?: unknown } = await import(
  pathToFileURL(join(projectRoot, 'tests', 'bench', `${bench}.ts`)).href
);
const options = {
  seed,
  long: values.long,
  only: values.only.split(',').filter(Boolean),
  ...(size !== undefined && { size }),
};
const { figures } = Outcome.parse(await pickRun(module)(options));
const machine = {
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  system: `${process.platform} ${release()}`,
  node: process.version,
};
if (values.json) {
  process.stdout.write(`${JSON.stringify({ bench, machine, seed, figures })}\n`);
} else {
  for (const { name, value, unit, beside, target, ok } of figures) {
    const peers = Object.entries(beside).map(([what, measured]) => `  beside ${what} ${measured}`);
    const compared = peers.join('') + (target === null ? '' : `  target ${target}`);
    process.stdout.write(`${ok ? 'ok  ' : 'MISS'}  ${name}: ${value} ${unit}${compared}\n`);
  }
}
process.exitCode = figures.every((figure) => figure.ok) ? 0 : 1;

function pickRun(from: { readonly default?: unknown; readonly run?: unknown }): Run {
  const candidate = from.run ?? from.default;
  if (typeof candidate !== 'function') throw new Error(`tests/bench/${bench}.ts exports no run function`);
  return (options) => candidate(options);
}
