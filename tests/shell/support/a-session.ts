import type { EngineStart } from '@main/shell/engine/engine-messages';
import type { Elsewhere } from '@main/shell/workspaces/elsewhere';
import { createWorkspaceSession, type SessionParts } from '@main/shell/workspaces/workspace-session';
import { failure } from '@shared/contract/failure';
import type { EngineState } from '@shared/contract/workspace-info';
import { quietProcess } from './quiet-process';

const nowhere: Elsewhere = { has: () => false, show: async () => false, keysOf: () => null };

/** A session over real folders and locks. `hear` is told where its engine stands; `starts` collects what engines are started with. */
export function aSession(
  root: string,
  hear: (state: EngineState) => void = () => undefined,
  elsewhere = nowhere,
  starts: EngineStart[] = [],
) {
  const parts: SessionParts = {
    ...{ root, keyring: null, version: '1.0.0', fetch: aPlatform, now: Date.now, elsewhere },
    forkEngine: () => quietProcess(undefined, starts),
    startSandbox: async () => failure('internal', 'None is wanted.', 'Go on.'),
    onState: hear,
    onActivity: () => undefined,
    onRestoring: () => undefined,
    onPoolCopies: () => undefined,
  };
  return createWorkspaceSession(parts);
}

/** Knows the key of each application; what it is asked else it refuses. */
const aPlatform: typeof fetch = async (input) => {
  const [, application] = /applications\/(app_\w+)\?/.exec(String(input)) ?? [];
  if (application === undefined) return new Response('{}', { status: 403 });
  const key = {
    instance_id: `ins_${application}`,
    environment_type: 'production',
    secret_key: `sk_live_${application}`,
  };
  return Response.json({ name: application, instances: [key] });
};
