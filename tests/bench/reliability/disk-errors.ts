import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskBatch, diskFaults, failWrite, openDisk } from '../../store/disk-trial';
import type { Fault } from '../../store/sqlite-storage/faulty-driver';
import { figure } from '../support/figure';

const faults = Object.keys(diskFaults) as readonly Fault[];

/** `size` writes (1,000 by default) of which one call fails each: out of space, broken, read-only or locked. */
export async function run({ seed, size = 1_000 }: { seed: number; size?: number }) {
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-bench-disk-'));
  const fired: Record<string, number> = Object.fromEntries(
    Object.values(diskFaults).map((code) => [code, 0]),
  );
  const [lost, untold]: [string[], string[]] = [[], []];
  let slowest = 0;
  try {
    const rig = await openDisk(directory);
    let number = 1;
    await rig.store.write(diskBatch(number));
    rig.faulty.disarm();
    await rig.store.write(diskBatch(++number));
    const calls = rig.faulty.calls;
    for (let trial = 0; trial < size; trial += 1) {
      const fault = faults[trial % faults.length] ?? 'SQLITE_FULL';
      const call = (seed + Math.floor(trial / faults.length)) % calls;
      const { code, ms, same } = await failWrite(rig, diskBatch(number + 1), fault, call);
      if (code === diskFaults[fault]) fired[code] = (fired[code] ?? 0) + 1;
      else untold.push(`${fault} at call ${call} is told as ${code}`);
      if (!same) lost.push(`${fault} at call ${call} changed what was acknowledged`);
      slowest = Math.max(slowest, ms);
      // Something new to lose, now and then.
      if (trial % 20 === 19) await rig.store.write(diskBatch(++number));
    }
    const acknowledged = await rig.everything();
    await rig.close();
    const again = await openDisk(directory);
    if ((await again.everything()) !== acknowledged) lost.push('a restart lost what was acknowledged');
    await again.close();
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
  if (lost.length + untold.length > 0) process.stderr.write(`${[...lost, ...untold].join('\n')}\n`);
  return {
    figures: [
      figure('writes that lost something acknowledged', lost.length, 'writes', {
        most: 0,
        beside: { ...fired, seed },
      }),
      figure('failures not told as what they are', untold.length, 'writes', { most: 0 }),
      figure('slowest telling', slowest, 'ms', { most: 1_000 }),
    ],
  };
}
