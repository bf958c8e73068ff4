import { readFileSync } from 'node:fs';
import { UpdateMode } from '@shared/contract/updates';
import { z } from 'zod';
import { errnoOf } from '../workspace/disk-failure';

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
    return updates === undefined ? null : { mode: updates, says: `Set for this machine in ${file}.` };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT' || errnoOf(error) === 'ENOTDIR') return null;
    return {
      mode: 'off',
      says: `Off, since ${file} cannot be read: it holds { "updates": "off" } or the like.`,
    };
  }
}

function readVariable(value = ''): UpdatePolicy | null {
  if (value === '') return null;
  const mode = UpdateMode.safeParse(value);
  if (mode.success) return { mode: mode.data, says: `Set by ${variable} where Tenantry is started.` };
  return { mode: 'off', says: `Off, since ${variable} is neither ${UpdateMode.options.join(', nor ')}.` };
}
