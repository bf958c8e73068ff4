import { createHash, createHmac, randomBytes } from 'node:crypto';

/** What a proxy makes of one `Proxy-Authorization`. */
export interface Judged {
  /** Who it names, as `user:password`; a password that does not fit is told as `?`, since neither Digest nor NTLM shows it. Nobody in the first message of NTLM. */
  readonly named?: string;
  readonly let: boolean;
  /** `Proxy-Authenticate` of the refusal. */
  readonly asks: string;
}

/** A way to ask for a login, of one connection: NTLM counts on its messages coming by the same one. */
export type LoginScheme = (login: string) => (given: string | undefined, target: string) => Judged;

export const basic: LoginScheme = (login) => (given) => {
  const named = given && Buffer.from(given.replace(/^Basic /, ''), 'base64').toString();
  return { ...(named && { named }), let: named === login, asks: 'Basic realm="Corp"' };
};

const hex = (text: string): string => createHash('md5').update(text).digest('hex');

/** RFC 7616, with MD5 and `qop=auth`. */
export const digest: LoginScheme = (login) => {
  const [user = '', password = ''] = login.split(':');
  const nonce = randomBytes(8).toString('hex');
  return (given = '', target) => {
    const part = (name: string): string =>
      new RegExp(`[ ,]${name}="?([^",]*)"?`).exec(given)?.slice(1).join('') ?? '';
    const wanted = hex(
      [
        hex(`${user}:Corp:${password}`),
        nonce,
        part('nc'),
        part('cnonce'),
        'auth',
        hex(`CONNECT:${target}`),
      ].join(':'),
    );
    // Another connection's nonce is as good as none: asked for once more, by the same login ("stale").
    const stale = given !== '' && part('nonce') !== nonce;
    const fits = part('username') === user && part('response') === wanted;
    return {
      ...(given !== '' && !stale && { named: `${part('username')}:${fits ? password : '?'}` }),
      let: fits,
      asks: `Digest realm="Corp", nonce="${nonce}", qop="auth", algorithm=MD5${stale ? ', stale=true' : ''}`,
    };
  };
};

/** MD4 of a password in UTF-16, which this OpenSSL does not compute: `iconv -t UTF-16LE | openssl dgst -provider legacy -md4`. */
const ntHashes: Readonly<Record<string, string>> = { marble: '171f1cd3e48bd6ee6f63483537f9ccc1' };

const hmac = (key: Buffer, data: Buffer): Buffer => createHmac('md5', key).update(data).digest();
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** NTLMv2 (MS-NLMP 2.2.1 messages, 3.3.2 computation); `login` is `DOMAIN\user:password`. */
export const ntlm: LoginScheme = (login) => {
  const [name = '', password = ''] = login.split(':');
  const challenge = randomBytes(8);
  return (given) => {
    const message = Buffer.from(given?.replace(/^NTLM /, '') ?? '', 'base64');
    const kind = message.length < 12 ? 0 : message.readUInt32LE(8);
    if (kind === 1) return { let: false, asks: `NTLM ${challengeMessage(challenge).toString('base64')}` };
    if (kind !== 3) return { let: false, asks: 'NTLM' };
    const field = (at: number): Buffer => {
      const from = message.readUInt32LE(at + 4);
      return message.subarray(from, from + message.readUInt16LE(at));
    };
    const [domain, user] = [field(28).toString('utf16le'), field(36).toString('utf16le')];
    const key = hmac(Buffer.from(ntHashes[password] ?? '', 'hex'), utf16(user.toUpperCase() + domain));
    const answer = field(20);
    const proof = hmac(key, Buffer.concat([challenge, answer.subarray(16)]));
    const fits = `${domain}\\${user}` === name && proof.equals(answer.subarray(0, 16));
    return { named: `${domain}\\${user}:${fits ? password : '?'}`, let: fits, asks: 'NTLM' };
  };
};

/** CHALLENGE_MESSAGE, with the names that NTLMv2 answers over. */
function challengeMessage(challenge: Buffer): Buffer {
  const pair = (id: number, value: Buffer): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt16LE(id, 0);
    head.writeUInt16LE(value.length, 2);
    return Buffer.concat([head, value]);
  };
  const target = utf16('CORP');
  const names = Buffer.concat([pair(2, target), pair(1, utf16('PROXY')), pair(0, Buffer.alloc(0))]);
  const head = Buffer.alloc(56);
  head.write('NTLMSSP\0', 'latin1');
  head.writeUInt32LE(2, 8);
  const point = (at: number, length: number, offset: number): void => {
    head.writeUInt16LE(length, at);
    head.writeUInt16LE(length, at + 2);
    head.writeUInt32LE(offset, at + 4);
  };
  point(12, target.length, 56);
  // Unicode, the target's name, NTLM, always signed, extended session security, names of the target, 128 and 56 bits.
  head.writeUInt32LE(0xa0898205, 20);
  challenge.copy(head, 24);
  point(40, names.length, 56 + target.length);
  return Buffer.concat([head, target, names]);
}
