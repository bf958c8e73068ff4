import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { lockPlace } from './lock-place';
import { processStart } from './process-start';

const LockHolder = z.object({
  pid: z.number().int().positive(),
  start: z.string(),
  nonce: z.string(),
  /** Missing in locks of the first version. */
  place: z.object({ host: z.string(), boot: z.string(), pids: z.string() }).optional(),
});
export type LockHolder = Readonly<z.infer<typeof LockHolder>>;

/**
 * What a lock file says of its holder. `alive`: that process runs. `dead`: it does not. `elsewhere`: it runs, or ran, where its
 * pid means nothing here: on another machine, or in another container.
 */
export interface LockState {
  readonly holder: LockHolder | null;
  readonly state: 'alive' | 'dead' | 'elsewhere';
}

/** Between making a lock file and filling it: longer than that, its maker died. */
const fillingMs = 5_000;

/** Null when there is no lock file. */
export async function readLockHolder(file: string): Promise<LockState | null> {
  try {
    const holder = parseHolder(await readFile(file, 'utf8'));
    if (holder) return { holder, state: await stateOf(holder) };
    // Either way: a file dated in the future must not lock anybody out until then.
    const age = Math.abs(Date.now() - (await stat(file)).mtimeMs);
    return { holder: null, state: age < fillingMs ? 'alive' : 'dead' };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function parseHolder(text: string): LockHolder | null {
  try {
    return LockHolder.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

async function stateOf(holder: LockHolder): Promise<LockState['state']> {
  const { place } = holder;
  if (place !== undefined) {
    const here = lockPlace();
    if (place.host !== here.host) return 'elsewhere';
    // The machine was started anew since: whatever held it is gone.
    if (place.boot !== here.boot) return 'dead';
    if (place.pids !== here.pids) return 'elsewhere';
  }
  const start = await processStart(holder.pid);
  const runs = start !== null && (start === '' || holder.start === '' || start === holder.start);
  return runs ? 'alive' : 'dead';
}
