import { closeSync, openSync, readSync } from 'node:fs';

/** Up to `length` bytes of a file, from `position` on. */
export function readBytes(path: string, position: number, length: number): Buffer {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, position));
  } finally {
    closeSync(file);
  }
}
