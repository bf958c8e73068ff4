import type { Report } from './make-report';

/** A report as one file to send to somebody. */
export async function zipReport(files: Report): Promise<Uint8Array> {
  const { strToU8, zipSync } = await import('fflate');
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}
