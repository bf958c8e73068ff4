import { engine } from '@renderer/bridge/engine';
import { useEffect } from 'react';

/** When this machine gains or loses its network, the engine looks at once instead of at its next sweep. */
export function useNetworkChanges(): void {
  useEffect(() => {
    const look = (): void => void engine.call('startSync', {});
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
}
