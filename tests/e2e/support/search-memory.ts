import { open, readFile } from 'node:fs/promises';

const chunkBytes = 16 * 1024 * 1024;

/**
 * Which of the texts a process holds anywhere in its writable memory, as UTF-8 or UTF-16. Linux only; needs the rights
 * of a debugger over the process.
 */
export async function searchMemory(pid: number, texts: readonly string[]): Promise<readonly string[]> {
  const needles = texts.map((text) => ({ text, forms: [Buffer.from(text), Buffer.from(text, 'utf16le')] }));
  const found = new Set<string>();
  const memory = await open(`/proc/${pid}/mem`, 'r');
  try {
    for (const { start, end } of await writableRegions(pid)) {
      for (let at = start; at < end; at += chunkBytes) {
        // Chunks overlap by the longest needle; a region that went away meanwhile is passed over.
        const bytes = Buffer.alloc(Math.min(chunkBytes + 4_096, end - at));
        const { bytesRead } = await memory.read(bytes, 0, bytes.length, at).catch(() => ({ bytesRead: 0 }));
        const read = bytes.subarray(0, bytesRead);
        for (const { text, forms } of needles) if (forms.some((form) => read.includes(form))) found.add(text);
      }
    }
  } finally {
    await memory.close();
  }
  return [...found];
}

async function writableRegions(pid: number) {
  const maps = await readFile(`/proc/${pid}/maps`, 'utf8');
  return [...maps.matchAll(/^([0-9a-f]+)-([0-9a-f]+) rw/gm)].map(([, start = '', end = '']) => ({
    start: Number.parseInt(start, 16),
    end: Number.parseInt(end, 16),
  }));
}
