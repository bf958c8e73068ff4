import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const betweenMs = 100;

/**
 * Makes a folder once for all processes: `make` fills one beside it, which then gets its name. Whoever comes meanwhile waits; whoever
 * finds that the maker has died makes it.
 */
export async function once(folder: string, make: (making: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const claim = `${folder}.claim`;
  while (!(await exists(folder))) {
    if (!(await claimed(claim))) {
      await sleep(betweenMs);
      continue;
    }
    const making = `${folder}.making`;
    try {
      if (await exists(folder)) return;
      await rm(making, { recursive: true, force: true });
      await mkdir(making);
      await make(making);
      await rename(making, folder);
    } finally {
      await rm(claim, { force: true });
    }
  }
}

/** Whether this process may make it now; a claim of a process that is gone is taken away. */
async function claimed(claim: string): Promise<boolean> {
  try {
    const file = await open(claim, 'wx');
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch {
    const holder = Number(await readFile(claim, 'utf8').catch(() => ''));
    if (holder > 0 && !alive(holder)) await rm(claim, { force: true });
    return false;
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
