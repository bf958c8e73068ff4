import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/** An authority of our own, by `make-certificates.sh`; it issued `issued`, `expired` and `elsewhere`. */
export const authorityFile = file('authority.pem');

/** A certificate made for these tests, its own authority; for `api.tenantry.test`, `localhost` and 127.0.0.1. */
export const certificateFile = file('certificate.pem');

export interface Running {
  readonly port: number;
  close(): void;
}

/** SHA-256 over the public key of that certificate, base64: by it Chromium can be told to believe it. */
export function certificatePin(): string {
  const { publicKey } = new X509Certificate(readFileSync(certificateFile));
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
}

export interface TlsFrontOptions {
  /** A free one unless given. */
  readonly port?: number;
  /**
   * The certificate that it shows instead: `stranger`, for the same names, which nobody believes; of the authority one that is
   * good, one that has ended, and one for another name.
   */
  readonly shows?: 'stranger' | 'issued' | 'expired' | 'elsewhere';
}

/** The service at `target` (its origin) behind TLS. */
export async function startTlsFront(
  target: string,
  { port = 0, shows }: TlsFrontOptions = {},
): Promise<Running> {
  const certificate = shows === undefined ? 'certificate.pem' : `${shows}-certificate.pem`;
  const key = shows === undefined ? 'key.pem' : shows === 'stranger' ? 'stranger-key.pem' : 'issued-key.pem';
  const server = createServer(
    { cert: readFileSync(file(certificate)), key: readFileSync(file(key)) },
    (incoming, outgoing) => {
      const { method, headers } = incoming;
      const onward = request(new URL(incoming.url ?? '/', target), { method, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      onward.on('error', () => outgoing.destroy());
      incoming.pipe(onward);
    },
  );
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
