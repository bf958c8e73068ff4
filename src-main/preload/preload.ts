import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, enginePortChannel, eventChannel } from '../shell/ipc/channels';
import { callNames, eventNames } from './call-names';

/** The one global of the page: named calls and named events, nothing of Electron itself. */
contextBridge.exposeInMainWorld('tenantry', {
  call(name: unknown, input: unknown): Promise<unknown> {
    if (typeof name !== 'string' || !Object.hasOwn(callNames, name)) {
      return Promise.reject(new Error(`The shell offers no call "${String(name)}"`));
    }
    return ipcRenderer.invoke(callChannel(name), input);
  },
  on(name: unknown, listener: unknown): () => void {
    if (typeof name !== 'string' || !Object.hasOwn(eventNames, name) || typeof listener !== 'function') {
      throw new Error(`The shell has no event "${String(name)}"`);
    }
    const channel = eventChannel(name);
    const deliver = (_event: unknown, value: unknown): void => listener(value);
    ipcRenderer.on(channel, deliver);
    return () => ipcRenderer.off(channel, deliver);
  },
});

/** A port cannot cross the context bridge: it goes to the page, and to this page only, as a message. */
ipcRenderer.on(enginePortChannel, (event, workspaceId: unknown) => {
  window.postMessage({ kind: 'tenantry:engine-port', workspaceId }, window.location.origin, [...event.ports]);
});
