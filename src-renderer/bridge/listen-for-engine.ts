import { WorkspaceId } from '@shared/domain/ids';
import { z } from 'zod';
import { engine } from './engine';
import { letGo } from './engine-client';
import { shell } from './shell';

const PortMessage = z.object({ kind: z.literal('tenantry:engine-port'), workspaceId: WorkspaceId });

/**
 * Takes each engine's port as the preload hands it over (first start, and after a crash restart), and lets go of it
 * when the shell says that the engine is down. Returns the end of listening.
 */
export function listenForEngine(): () => void {
  const onMessage = (event: MessageEvent): void => {
    const port = event.ports[0];
    if (event.source !== window || !port || !PortMessage.safeParse(event.data).success) return;
    engine.attach({
      postMessage: (message) => port.postMessage(message),
      onMessage: (listener) => {
        port.onmessage = ({ data }) => listener(data);
      },
      close: () => port.close(),
    });
  };
  window.addEventListener('message', onMessage);
  const off = shell.on('engineState', (state) => letGo(engine, state));
  return () => {
    window.removeEventListener('message', onMessage);
    off();
  };
}
