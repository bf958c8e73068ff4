import type { CommandId } from '@shared/contract/commands';
import { createContext, useContext, useEffect, useRef } from 'react';

interface Target {
  readonly id: CommandId;
  readonly inInspector: boolean;
  /** To what it would be done: `3 people`. */
  readonly what: () => string;
  /** Null while there is nothing to do here. */
  readonly run: () => (() => void) | null;
}

/** In the order in which they appeared, which is that of the page. */
const targets = new Set<Target>();

/** True within an inspector: what is open there is meant before what lies under it. */
export const InInspector = createContext(false);

/**
 * Offers a part of the screen to a command that is given from elsewhere, by a key or a menu: a field to `edit`, an
 * inspector to `close`. Null: not now. Of several the first in an inspector is taken, else the first.
 */
export function useCommandTarget(id: CommandId, run: (() => void) | null, what = ''): void {
  const inInspector = useContext(InInspector);
  const latest = useRef({ run, what });
  latest.current = { run, what };
  useEffect(() => {
    const target: Target = {
      id,
      inInspector,
      what: () => latest.current.what,
      run: () => latest.current.run,
    };
    targets.add(target);
    return () => {
      targets.delete(target);
    };
  }, [id, inInspector]);
}

/** What the command would do on this screen; undefined when nothing takes it. */
export function targetOf(id: CommandId, only?: 'in-inspector'): (() => void) | undefined {
  return takes(id, only)?.run() ?? undefined;
}

/** To what the command would be done on this screen; undefined when nothing takes it. */
export function aimOf(id: CommandId): string | undefined {
  return takes(id)?.what();
}

function takes(id: CommandId, only?: 'in-inspector'): Target | undefined {
  const able = [...targets].filter((target) => target.id === id && target.run() !== null);
  return able.find(({ inInspector }) => inInspector) ?? (only ? undefined : able[0]);
}

/** Has the part that takes the command carry it out; false when there is none. */
export function runTarget(id: CommandId, only?: 'in-inspector'): boolean {
  const run = targetOf(id, only);
  run?.();
  return run !== undefined;
}
