import { runKills } from '../support/kills/run-kills';
import { figure } from './support/figure';
import { percentile } from './support/percentile';

const killsInRound = 20;

/** 500 kills of the headless engine in pull, edit, plan and push, on 25 workspaces; all are taken stock of at the end. */
export async function run({ seed, size = 500 }: { readonly seed: number; readonly size?: number }) {
  const phases: Record<string, number> = {};
  const told: string[] = [];
  const readyMs: number[] = [];
  let [killed, mutated, acknowledged, lost, twice, stuck] = [0, 0, 0, 0, 0, 0];
  for (let round = 0; killed < size; round += 1) {
    const outcome = await runKills(Math.min(killsInRound, size - killed), seed * 1_000 + round);
    killed += outcome.killed;
    mutated += outcome.mutated;
    acknowledged += outcome.acknowledged;
    lost += outcome.lost.length;
    twice += outcome.twice.length;
    stuck += outcome.stuck.filter((one) => !one.startsWith('refused')).length;
    readyMs.push(...outcome.readyMs);
    told.push(...outcome.lost, ...outcome.twice, ...outcome.stuck);
    for (const [phase, count] of Object.entries(outcome.phases)) phases[phase] = (phases[phase] ?? 0) + count;
  }
  if (told.length > 0) process.stderr.write(`${told.join('\n')}\n`);
  return {
    figures: [
      figure('kills', killed, 'times', {
        least: size,
        beside: { ...phases, 'answers mutated': mutated, seed },
      }),
      figure('acknowledged edits lost', lost, 'edits', { most: 0, beside: { acknowledged } }),
      figure('created twice', twice, 'records', { most: 0 }),
      figure('edits stuck at the end', stuck, 'edits', { most: 0 }),
      figure('usable after a restart, p95', percentile(readyMs, 0.95), 'ms', {
        most: 2_000,
        beside: { median: percentile(readyMs, 0.5), most: percentile(readyMs, 1) },
      }),
    ],
  };
}
