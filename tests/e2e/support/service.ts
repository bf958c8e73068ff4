import type { FaultInput } from '@main/sandbox/weather/fault';
import { type StartedService, startService as start } from '../../qa-kit/service/start-service';
import { temporaryFolder } from './temporary-folder';

/** The identity service of a test of ours: that of the QA kit, and every fault that the sandbox knows. */
export interface Service extends Omit<StartedService, 'fail' | 'changeRole'> {
  /** Calls with another method than GET that reached it since it last came up, as `METHOD path`. */
  readonly writes: () => Promise<readonly string[]>;
  /** As many calls that match as the fault says meet it. */
  readonly fail: (fault: FaultInput) => Promise<void>;
  /** The next call that matches meets this fault. */
  readonly failOnce: (fault: FaultInput) => Promise<void>;
}

export async function startService(scale: number, world = 'northwind'): Promise<Service> {
  const data = await temporaryFolder('service');
  const service = await start({ world, seed: 1, scale, data });
  const fail = async (fault: FaultInput): Promise<void> => {
    await service.control.addFault(fault);
  };
  return {
    ...service,
    writes: async () =>
      (await service.received())
        .filter(({ method }) => method !== 'GET')
        .map(({ method, path }) => `${method} ${path}`),
    fail,
    failOnce: (fault) => fail({ ...fault, times: 1 }),
  };
}
