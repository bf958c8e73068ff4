import type { ShellCallName, ShellEventName } from '@shared/contract/shell';
import { contextBridge, ipcRenderer } from 'electron';
import { callChannel, enginePortChannel, eventChannel, languageSwitch } from '../shell/ipc/channels';

/** The calls the window may make. The compiler holds this list and the contract together; no schema is bundled here. */
const callNames: Readonly<Record<ShellCallName, true>> = {
  info: true,
  workspaces: true,
  brokenWorkspaces: true,
  createSandbox: true,
  connect: true,
  open: true,
  openApplication: true,
  searchPool: true,
  countPool: true,
  reviewPool: true,
  poolCopies: true,
  copyPools: true,
  goOnCopying: true,
  stopCopying: true,
  close: true,
  forget: true,
  replaceApiKey: true,
  setPlatformToken: true,
  changePassphrase: true,
  engineState: true,
  sandboxSwitch: true,
  saveText: true,
  savePdf: true,
  examine: true,
  saveReport: true,
  backUp: true,
  makeSnapshot: true,
  exportTable: true,
  chooseBackup: true,
  restoreBackup: true,
  lookAtDamage: true,
  saveStagedEdits: true,
  salvage: true,
  wipeWindowDatabases: true,
  idleLock: true,
  setIdleLock: true,
  copyText: true,
  copySecret: true,
  language: true,
  notices: true,
  setNotices: true,
  setLanguage: true,
  restart: true,
  openExternal: true,
  openNetworkPage: true,
  proxyAsked: true,
  giveProxyLogin: true,
  keptProxyLogins: true,
  forgetProxyLogin: true,
  showPreview: true,
  takeLink: true,
  placeLeft: true,
  print: true,
  newWindow: true,
  showCommands: true,
  updates: true,
  setUpdates: true,
  checkUpdates: true,
  fetchUpdate: true,
  installUpdate: true,
  closeLastUpdate: true,
};

/** The events the window may listen to. */
const eventNames: Readonly<Record<ShellEventName, true>> = {
  engineState: true,
  locked: true,
  restoring: true,
  link: true,
  openChanged: true,
  examined: true,
  updates: true,
  poolCopies: true,
  command: true,
  proxyAsked: true,
};

/** The one global of the page: named calls and named events, nothing of Electron itself. */
contextBridge.exposeInMainWorld('tenantry', {
  language:
    process.argv.find((word) => word.startsWith(languageSwitch))?.slice(languageSwitch.length) ?? 'en',
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
