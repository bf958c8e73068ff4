import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The first line that a process prints; an error when it ends without one. Its output must be a pipe. */
export async function firstLine(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('its output is no pipe');
  const early = once(child, 'exit').then(([code]) => {
    throw new Error(`it ended with code ${code} and printed nothing`);
  });
  early.catch(() => undefined);
  const [line] = await Promise.race([once(createInterface({ input: child.stdout }), 'line'), early]);
  return line;
}
