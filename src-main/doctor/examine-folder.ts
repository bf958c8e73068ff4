import { statfs } from 'node:fs/promises';
import { diskFailure } from '@main/workspace/disk-failure';
import { readWorkspace } from '@main/workspace/read-workspace';
import type { Workspace } from '@main/workspace/workspace';
import type { CheckName, DoctorCheck } from '@shared/contract/doctor';
import { type FailureCode, type Result, success } from '@shared/contract/failure';
import { scenarioWords } from '@shared/domain/scenario';
import { numberFormatInUse } from '@shared/language/speak';
import { t } from '@shared/language/t';
import { check, failed, fine, type Tell, wrong } from './checks';

/** What a workspace needs free to go on working: its log, and a backup; bytes. */
const leastFree = 500_000_000;
const limitMs = 10_000;

const gigabytes = (bytes: number): string =>
  `${numberFormatInUse().format(Math.round(bytes / 100_000_000) / 10)} GB`;

async function roomIn(directory: string): Promise<Result<number>> {
  try {
    const { bavail, bsize } = await statfs(directory);
    return success(bavail * bsize);
  } catch (error) {
    return diskFailure(error, t('Asking how much room is in {directory}', { directory }));
  }
}

async function disk(directory: string): Promise<readonly DoctorCheck[]> {
  const free = await roomIn(directory);
  if (!free.ok) return [failed('disk', free.error)];
  const detail = t('{value} free', { value: gigabytes(free.value) });
  return free.value >= leastFree
    ? [fine('disk', detail)]
    : [
        wrong(
          'disk',
          'disk-full',
          detail,
          t('Make room: {leastFree} at least.', { leastFree: gigabytes(leastFree) }),
        ),
      ];
}

/** How much room there is where workspaces are kept. */
export function examineDisk(directory: string, tell: Tell): Promise<boolean> {
  return check('disk', limitMs, () => disk(directory), tell);
}

/** What a folder is, and whether there is room beside it; null where it holds no workspace that can be read. */
export async function examineFolder(directory: string, tell: Tell): Promise<Workspace | null> {
  const workspace = await readWorkspace(directory);
  if (!workspace.ok) {
    tell(failed('workspace', workspace.error));
    return null;
  }
  const { name, scenario, url } = workspace.value.info;
  tell(
    fine('workspace', t('{name}, {scenario}, of {url}', { name, scenario: scenarioWords[scenario], url })),
  );
  await examineDisk(directory, tell);
  return workspace.value;
}

/** Which check a failure to open belongs to. */
export const openingCheck: Readonly<Partial<Record<FailureCode, CheckName>>> = {
  'workspace-missing': 'workspace',
  'newer-version': 'workspace',
  'workspace-open-elsewhere': 'lock',
  'wrong-passphrase': 'key',
  'wrong-key': 'key',
  'no-keyring': 'key',
  'address-changed': 'key',
  expired: 'key',
  'disk-full': 'disk',
  'disk-read-only': 'disk',
  'disk-error': 'disk',
};
