import { spoken } from '@shared/language/speak';
import type { WebPreferences } from 'electron';
import { languageSwitch } from '../ipc/channels';

/** What a page of this app may do: render. Everything else is behind the preload. */
export function webPreferences(preload: string): WebPreferences {
  return {
    preload,
    additionalArguments: [`${languageSwitch}${spoken()}`],
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    // From the first start on: the files of the page are the same at each.
    v8CacheOptions: 'bypassHeatCheck',
  };
}
