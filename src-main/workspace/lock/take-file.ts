import { open, rm } from 'node:fs/promises';

/** Makes a file with this content if there is none; false when there is one already. */
export async function takeFile(file: string, content: string): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(content);
    } catch (error) {
      // An empty file would stand for one that is being filled.
      await rm(file, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}
