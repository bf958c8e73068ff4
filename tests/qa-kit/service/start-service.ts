import { type ControlClient, createControlClient } from '@main/sandbox/control-client';
import { type Scenario, sandboxWorlds } from '@shared/domain/scenario';
import {
  type SandboxProcess,
  type SandboxProcessOptions,
  startSandboxProcess,
} from '../../support/start-sandbox-process';
import { builtSandbox } from '../places';
import { askOverHttp, type HttpAsk } from './ask-over-http';
import { isMeant, matchOf } from './call';
import { type Look, type Member, pickMember, roleName, roleOf } from './members';
import type { Service } from './service';

/** What a service needs beside its verbs: it ends with its test, and the project's own tests use all of its control surface. */
export interface StartedService extends Service, HttpAsk {
  readonly control: ControlClient;
  /** Where its clock stands from now on, ms; one that was ended by `crash` goes by it once it is up. */
  readonly setClock: (moment: number) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the sandbox in a process of its own. `data` outlives that process, so that it comes back as it was. Of a platform its token is the
 * key, else that of the first instance.
 */
export async function startService(
  options: SandboxProcessOptions & { readonly data: string },
  scenario: Scenario = options.world === sandboxWorlds.platforms.world ? 'platforms' : 'b2b',
): Promise<StartedService> {
  let running: SandboxProcess | null = await startSandboxProcess(options, builtSandbox);
  let late: number | null = null;
  const { url, controlUrl, platformToken } = running;
  const secretKey = scenario === 'platforms' ? platformToken : running.secretKey;
  const control = createControlClient(controlUrl);
  const http = askOverHttp(url, secretKey);
  const asColleague = async (method: Method, path: string, body?: object): Promise<unknown> => {
    const [answer] = await control.edit([{ call: { method, path, ...(body && { body }) } }]);
    if (answer && answer.status < 300) return answer.body;
    throw new Error(`${method} ${path}: ${answer?.status} ${JSON.stringify(answer?.body)}`);
  };
  const look: Look = (path) => asColleague('GET', path);
  const fault = async (rule: Parameters<ControlClient['addFault']>[0]): Promise<void> => {
    await control.addFault(rule);
  };
  return {
    ...http,
    url,
    controlUrl,
    secretKey,
    platformToken,
    control,
    setClock: async (now) => {
      if (running) await control.setClock({ now });
      else late = now;
    },
    pickMember: (wanted) => pickMember(look, wanted),
    roleOf: (member) => roleOf(look, member),
    roleName: (key) => roleName(look, key),
    asColleague,
    changeRole: async ({ organizationId, userId }: Member, role) => {
      await asColleague('PATCH', `/organizations/${organizationId}/memberships/${userId}`, { role });
    },
    down: () => control.down('refused'),
    crash: async () => {
      await running?.kill();
      running = null;
    },
    up: async () => {
      if (running) return control.up();
      const ports = { port: portOf(url), 'control-port': portOf(controlUrl) };
      running = await startSandboxProcess({ ...options, ...ports }, builtSandbox);
      if (late !== null) await control.setClock({ now: late });
      late = null;
    },
    slow: (ms) => control.setLatency({ fixedMs: ms }),
    fail: async ({ status = 500, code, times = 1, skip = 0, ...call } = {}) =>
      fault({
        kind: 'status',
        status,
        ...(code !== undefined && { code }),
        times,
        skip,
        match: matchOf(call),
      }),
    limit: async ({ retryAfter = 1, times = 1, skip = 0, ...call } = {}) =>
      fault({ kind: 'status', status: 429, retryAfter, times, skip, match: matchOf(call) }),
    cut: async ({ times = 1, skip = 0, ...call } = {}) =>
      fault({ kind: 'drop', phase: 'before', times, skip, match: matchOf(call) }),
    loseAnswer: async ({ times = 1, skip = 0, ...call } = {}) =>
      fault({ kind: 'drop', phase: 'after', times, skip, match: matchOf(call) }),
    delay: async (ms, { times = 1, skip = 0, ...call } = {}) =>
      fault({ kind: 'delay', ms, times, skip, match: matchOf(call) }),
    heal: () => control.clearFaults(),
    refuseKey: () => control.revokeKeys(),
    takeKey: () => control.restoreKeys(),
    testingToken: async () => {
      const made = (await asColleague('POST', '/testing_tokens')) as { readonly token: string };
      return made.token;
    },
    received: async (call = {}) =>
      (await control.requests())
        .filter((request) => isMeant(call, request))
        .map(({ at, method, path, status }) => ({ at, method, path, status })),
    reset: async () => {
      await control.reset();
    },
    stop: async () => {
      await running?.stop();
      running = null;
    },
  };
}

const portOf = (url: string): number => Number(new URL(url).port);

type Method = Parameters<Service['asColleague']>[0];
