import { z } from 'zod';
import { t } from '../language/t';

/** What stands between us and the service, where it can be told: each is a failure code of its own. */
export const NetworkTrouble = z.enum(['certificate', 'redirected', 'proxy-login', 'not-the-service']);
export type NetworkTrouble = z.infer<typeof NetworkTrouble>;

/** What to do about it. */
export const troubleNexts: Readonly<Record<NetworkTrouble, string>> = {
  certificate: t(
    'Check the address and the clock of this machine; a certificate authority of your own must be trusted by the system, or for the command line be named by --ca FILE.',
  ),
  redirected: t(
    'Open the network’s page in a browser and sign in there; check that the address is that of the API.',
  ),
  'proxy-login': t(
    'Sign in to the proxy, here or for the command line by user and password in HTTPS_PROXY (it speaks Basic only; the window speaks NTLM and Digest as well); if it does so already, ask whoever runs it to let this address through.',
  ),
  'not-the-service': t(
    'Open the network’s page in a browser and sign in there; if that is not it, ask whoever runs its firewall or proxy to let calls of the API through.',
  ),
};

/** The trouble that a failure's code names; null for any other code. */
export function troubleOf(code: string): NetworkTrouble | null {
  return NetworkTrouble.safeParse(code).data ?? null;
}
