import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ensureSystemPackages } from '../../scripts/system-packages';
import { temporaryFolder } from '../support/folders/temporary-folder';

it.runIf(process.platform === 'linux').each([
  ['', 'libgtk-3-0 libnss3 libasound2 '],
  ['libgtk-3-0t64 libasound2t64', 'libgtk-3-0t64 libnss3 libasound2t64 '],
])('what a machine lacks is named as its release calls it (%s)', async (known, named) => {
  const bin = join(await temporaryFolder(), 'bin');
  await mkdir(bin);
  const programs = {
    ldd: 'echo "libgtk-3.so.0 => not found"',
    'apt-cache': `case " ${known} " in *" $2 "*) exit 0;; esac; exit 100`,
  };
  for (const [name, script] of Object.entries(programs))
    await writeFile(join(bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  onTestFinished(() => void vi.unstubAllEnvs());
  vi.stubEnv('PATH', bin);
  vi.stubEnv('DISPLAY', ':0');
  await expect(ensureSystemPackages('electron')).rejects.toThrow(named);
});
