import { readFileSync } from 'node:fs';
import { UpdateMode } from '@shared/contract/updates';
import { t } from '@shared/language/t';
import { z } from 'zod';
import { isAbsence } from '../workspace/disk-failure';

/** What whoever runs this machine decided, over its admin's head. */
export interface UpdatePolicy {
  readonly mode: UpdateMode;
  /** Who decided, for people. */
  readonly says: string;
}

const variable = 'TENANTRY_UPDATES';
const PolicyFile = z.looseObject({ updates: UpdateMode.optional() });

/** Where a policy stands that only whoever runs the machine can write. */
export function policyFileOf(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): string {
  if (platform === 'darwin') return '/Library/Application Support/Tenantry/policy.json';
  if (platform === 'win32') return `${environment.ProgramData ?? 'C:\\ProgramData'}\\Tenantry\\policy.json`;
  return '/etc/tenantry/policy.json';
}

/** The file first, then the environment; null where neither says anything. What cannot be read turns updates off: the careful choice. */
export function readPolicy(file: string, environment: NodeJS.ProcessEnv): UpdatePolicy | null {
  return readPolicyFile(file) ?? readVariable(environment[variable]);
}

function readPolicyFile(file: string): UpdatePolicy | null {
  try {
    const { updates } = PolicyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
    return updates === undefined
      ? null
      : { mode: updates, says: t('Set for this machine in {file}.', { file }) };
  } catch (error) {
    if (isAbsence(error)) return null;
    return {
      mode: 'off',
      says: t('Off, since {file} cannot be read: it holds {example} or the like.', {
        file,
        example: '{ "updates": "off" }',
      }),
    };
  }
}

function readVariable(value = ''): UpdatePolicy | null {
  if (value === '') return null;
  const mode = UpdateMode.safeParse(value);
  if (mode.success)
    return { mode: mode.data, says: t('Set by {variable} where Tenantry is started.', { variable }) };
  return {
    mode: 'off',
    says: t('Off, since {variable} is not one of these: {modes}.', {
      variable,
      modes: UpdateMode.options.join(', '),
    }),
  };
}
