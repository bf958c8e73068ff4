import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';

/** What a name is: a name that it leads to, an address (of IPv6 as 32 hex digits), or `'silence'`. Any other name does not exist. */
export type Zone = Readonly<
  Record<string, { readonly cname: string } | { readonly a: string } | { readonly aaaa: string } | 'silence'>
>;

const wireName = (name: string): Buffer =>
  Buffer.concat([
    ...name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.from([0]),
  ]);

/** A name server on loopback that answers questions by UDP as RFC 1035 has it. */
export async function startNameServer(zone: Zone) {
  const asked: string[] = [];
  const socket = createSocket('udp4');
  socket.on('message', (message, from) => {
    const labels: string[] = [];
    let at = 12;
    for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
      labels.push(message.subarray(at + 1, at + 1 + length).toString());
      at += 1 + length;
    }
    const name = labels.join('.');
    const type = message.readUInt16BE(at + 1);
    asked.push(name);
    const held = zone[name];
    if (held === 'silence') return;
    const answer =
      held === undefined
        ? null
        : 'cname' in held
          ? type === 5 && { type: 5, data: wireName(held.cname) }
          : 'a' in held
            ? type === 1 && { type: 1, data: Buffer.from(held.a.split('.').map(Number)) }
            : type === 28 && { type: 28, data: Buffer.from(held.aaaa, 'hex') };
    const head = Buffer.alloc(12);
    message.copy(head, 0, 0, 2);
    // An answer, with recursion; "no such name" where nothing is held.
    head.writeUInt16BE(held === undefined ? 0x8183 : 0x8180, 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(answer ? 1 : 0, 6);
    const parts: Uint8Array[] = [head, message.subarray(12, at + 5)];
    if (answer) {
      const record = Buffer.alloc(12);
      record.writeUInt16BE(0xc00c, 0);
      record.writeUInt16BE(answer.type, 2);
      record.writeUInt16BE(1, 4);
      record.writeUInt32BE(60, 6);
      record.writeUInt16BE(answer.data.length, 10);
      parts.push(record, answer.data);
    }
    socket.send(Buffer.concat(parts), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address() as AddressInfo;
  return { server: `127.0.0.1:${port}`, asked, close: () => socket.close() };
}
