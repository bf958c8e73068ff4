import type { MessagePortMain } from 'electron';

/** The main process as a utility process sees it. */
export interface ParentPort<Message> {
  send(message: Message): void;
  onMessage(listener: (raw: unknown, ports: readonly MessagePortMain[]) => void): void;
}

/** The port to main. Throws outside a utility process. */
export function parentPort<Message>(): ParentPort<Message> {
  const port = process.parentPort;
  if (!port) throw new Error('This entry runs in a utility process only');
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', ({ data, ports }) => listener(data, ports)),
  };
}
