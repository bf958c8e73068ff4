import { mintId } from '../database/mint-id';
import type { Scope } from '../kit/scope';
import type { SandboxState } from '../sandbox-state';

/** Makes the scope of one call: GETs read from the lagging state, everything else from the newest. */
export const createScope = (
  state: SandboxState,
  instance: string,
  method: string,
  recordEffect: Scope['recordEffect'],
): Scope => ({
  instance,
  db: method === 'GET' ? state.reads.reader() : state.db,
  now: state.clock.now,
  mint: (prefix) => mintId(state.db, prefix, state.clock.now()),
  beforeWrite: state.reads.beforeWrite,
  recordEffect,
});
