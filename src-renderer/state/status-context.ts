import type { EngineStatus } from '@shared/contract/status';
import { createContext, useContext } from 'react';

/** The engine's status, subscribed once for the whole window by `app/frame.tsx`; undefined until the first value. */
export const StatusContext = createContext<EngineStatus | undefined>(undefined);

export function useStatus(): EngineStatus | undefined {
  return useContext(StatusContext);
}

/** True while the admin works offline on purpose: only that can be switched off. */
export function isOfflineByChoice(status: EngineStatus | undefined): boolean {
  return status?.freshness.kind === 'offline' && status.freshness.by === 'choice';
}
