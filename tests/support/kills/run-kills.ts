import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startSandbox } from '@main/sandbox/start-sandbox';
import { specMissing, specPath } from '../../contracts/load-spec';
import { seededRandom } from '../chaos/seeded-random';
import { mutateAnswers } from '../mutator/mutate-answers';
import { startMutatingProxy } from '../mutator/mutating-proxy';
import { bundleChild } from './bundle-child';
import { type KillOrder, KillReport } from './kill-protocol';

export interface KillOutcome {
  readonly killed: number;
  /** Kills by what the engine was doing. */
  readonly phases: Readonly<Record<string, number>>;
  readonly acknowledged: number;
  /** Answers that the mutator changed. */
  readonly mutated: number;
  /** Acknowledged intents that were gone at the end. */
  readonly lost: readonly string[];
  /** Names and addresses that the service holds more than once. */
  readonly twice: readonly string[];
  /** Intents still open at the end, with their code. */
  readonly stuck: readonly string[];
  /** From the start of each process to the engine's first answer, ms. */
  readonly readyMs: readonly number[];
}

/** Of all answers. */
const mutatedShare = 0.3;

/** Kills the headless engine with SIGKILL at random moments, again and again on one workspace, and takes stock at the end. It is killed once its copy is complete. While it is, answers differ as the spec allows. */
export async function runKills(kills: number, seed: number): Promise<KillOutcome> {
  const random = seededRandom(seed);
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-kill-'));
  const sandbox = await startSandbox({ world: 'northwind', seed, scale: 0.02, limits: 'none' });
  const proxy = await startMutatingProxy(sandbox.url);
  const mutator = mutateAnswers(specPath, random);
  if (!specMissing) proxy.alter = mutator.alter;
  const script = await bundleChild('kills/kill-child');
  const acknowledged = new Set<string>();
  const phases: Record<string, number> = {};
  const readyMs: number[] = [];
  let settled: Extract<KillReport, { kind: 'settled' }>['intents'] = [];
  let killed = 0;

  /** Runs the child until it ends by itself or is killed, a random time after it is ready. */
  async function live(order: KillOrder): Promise<void> {
    const child: ChildProcess = spawn(process.execPath, [script], {
      env: { ...process.env, KILL_ORDER: JSON.stringify(order) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    let phase = 'open';
    if (child.stdout === null) throw new Error('the child has a standard output');
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      const report = KillReport.parse(JSON.parse(line));
      if (report.kind === 'staged') for (const id of report.ids) acknowledged.add(id);
      if (report.kind === 'phase') phase = report.phase;
      if (report.kind === 'settled') settled = report.intents;
      if (report.kind !== 'ready') return;
      readyMs.push(report.ms);
      if (!order.settle) setTimeout(() => child.kill('SIGKILL'), 20 + random() * 1_500);
    });
    const drained = once(lines, 'close');
    const [code, signal] = await ended;
    await drained;
    if (signal === 'SIGKILL') {
      killed += 1;
      phases[phase] = (phases[phase] ?? 0) + 1;
    } else if (code !== 0) throw new Error(`the engine ended with ${code}`);
  }

  try {
    const { secretKey: apiKey } = sandbox;
    const order = { directory, key: 'd7'.repeat(32), url: `${proxy.url}/v1`, apiKey };
    await live({ ...order, seed, settle: true });
    mutator.storm(mutatedShare);
    for (let count = 0; count < kills; count += 1)
      await live({ ...order, seed: Math.floor(random() * 1e9), settle: false });
    mutator.calm();
    await live({ ...order, seed, settle: true });
    const known = new Set(settled.map(({ id }) => id));
    return {
      killed,
      phases,
      acknowledged: acknowledged.size,
      mutated: [...mutator.fired.values()].reduce((sum, hits) => sum + hits, 0),
      lost: [...acknowledged].filter((id) => !known.has(id)),
      twice: await heldTwice(sandbox.url, apiKey),
      stuck: settled
        .filter(({ state }) => ['staged', 'sending', 'unknown', 'conflict', 'refused'].includes(state))
        .map(({ state, code, id }) => `${state} ${code} ${id}`),
      readyMs,
    };
  } finally {
    await proxy.close();
    await sandbox.close();
    await rm(directory, { recursive: true, force: true });
  }
}

/** Marks of the child's creations that the service holds more than once: names of organizations, invited addresses. */
async function heldTwice(url: string, apiKey: string): Promise<readonly string[]> {
  const list = async (path: string, key: string): Promise<readonly string[]> => {
    const all: string[] = [];
    for (let offset = 0; ; offset += 100) {
      const response = await fetch(`${url}/v1${path}?limit=100&offset=${offset}`, {
        headers: { authorization: `Bearer ${apiKey}` },
      });
      const { data } = (await response.json()) as { data: Record<string, unknown>[] };
      all.push(...data.map((record) => String(record[key])));
      if (data.length < 100) return all;
    }
  };
  const marks = [
    ...(await list('/organizations', 'name')),
    ...(await list('/organization_invitations', 'email_address')),
  ];
  const made = marks.filter((mark) => /^k\d+x\d+x\d+/.test(mark));
  return made.filter((mark, index) => made.indexOf(mark) !== index);
}
