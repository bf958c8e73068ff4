import type { SizedPng } from './ico';

/** Apple's names for PNG entries by their side in px. */
const types: Readonly<Record<number, string>> = { 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' };

/** A macOS icon: chunks of a name, a length and a PNG; sizes that have no name are left out. */
export function icns(images: readonly SizedPng[]): Buffer {
  const chunks = images.flatMap(({ size, png }) => {
    const type = types[size];
    return type === undefined ? [] : [chunk(type, png)];
  });
  return chunk('icns', Buffer.concat(chunks));
}

function chunk(type: string, content: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(type, 'ascii');
  header.writeUInt32BE(content.length + 8, 4);
  return Buffer.concat([header, content]);
}
