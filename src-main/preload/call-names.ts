import type { ShellCallName, ShellEventName } from '@shared/contract/shell';

/** The calls the window may make. The compiler holds this list and the contract together; no schema is bundled here. */
export const callNames: Readonly<Record<ShellCallName, true>> = {
  info: true,
  workspaces: true,
  brokenWorkspaces: true,
  createSandbox: true,
  connect: true,
  open: true,
  openApplication: true,
  close: true,
  forget: true,
  replaceApiKey: true,
  changePassphrase: true,
  engineState: true,
  sandboxSwitch: true,
  saveText: true,
  backUp: true,
  chooseBackup: true,
  restoreBackup: true,
  openExternal: true,
  showCommands: true,
};

/** The events the window may listen to. */
export const eventNames: Readonly<Record<ShellEventName, true>> = {
  engineState: true,
  restoring: true,
  command: true,
};
