import type { EngineStatus } from '@shared/contract/status';
import { createContext, useContext } from 'react';

/** The engine's status, subscribed once for the whole window by `app/frame.tsx`; undefined until the first value. */
export const StatusContext = createContext<EngineStatus | undefined>(undefined);

export function useStatus(): EngineStatus | undefined {
  return useContext(StatusContext);
}

/** True while the service is out of reach or the admin works offline by choice. */
export function useIsOffline(): boolean {
  return useStatus()?.freshness.kind === 'offline';
}
