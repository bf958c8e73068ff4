import type { MessagePortMain } from 'electron';
import type { EngineHost } from '../../engine/serve-engine';

/** Lets an engine serve a window's port until the window closes or reloads. */
export function servePort(host: EngineHost | null, port: MessagePortMain): void {
  if (!host) {
    port.close();
    return;
  }
  const detach = host.attach({
    postMessage: (value) => port.postMessage(value),
    onMessage: (listener) => {
      port.on('message', ({ data }) => listener(data));
    },
    close: () => port.close(),
  });
  port.once('close', detach);
  port.start();
}
