import { engine } from '@renderer/bridge/engine';
import { shell } from '@renderer/bridge/shell';
import { isDialogOpen } from '@renderer/ui/layout/dialog-open';
import type { ProxyAsked } from '@shared/contract/proxy-calls';
import { useEffect } from 'react';
import { create } from 'zustand';
import { toldOrAsked } from './told-or-asked';

interface Known {
  /** The proxy that waits for a login. */
  readonly asked: ProxyAsked | null;
  /** Whether its form is up. */
  readonly open: boolean;
}

/** Whether a proxy on the way to the service asks for a login. */
export const useProxyAsked = create<Known>(() => ({ asked: null, open: false }));

/** Hears of proxies that ask. The form comes by itself where nobody types. */
export function useKeptProxyAsked(): void {
  useEffect(() => shell.on('proxyAsked', who.tell), []);
  useEffect(() => void shell.call('proxyAsked', {}).then(who.asking()), []);
}

/** A proxy may ask while the first answer, that none does, is on its way. */
const who = toldOrAsked<Pick<Known, 'asked'>>(({ asked }) =>
  useProxyAsked.setState({ asked, open: asked !== null && !isTyping() }),
);

const isTyping = (): boolean =>
  isDialogOpen() || document.activeElement?.matches('input, textarea, select, [contenteditable]') === true;

/** What an admin can do about what stands between. */
export const networkActs = {
  showLogin: (open: boolean): void => useProxyAsked.setState({ open }),
  tryAgain: (): void => void engine.call('startSync', {}),
  /** Opens the network's own page in the browser; whoever comes back from there has signed in, so that sync tries again. */
  openPage: async () => {
    window.addEventListener('focus', networkActs.tryAgain, { once: true });
    const opened = await shell.call('openNetworkPage', {});
    if (!opened.ok) window.removeEventListener('focus', networkActs.tryAgain);
    return opened;
  },
} as const;
