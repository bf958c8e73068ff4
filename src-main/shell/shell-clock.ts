import { readFileSync } from 'node:fs';

/** Names the file that tests set the app's clock in; main takes it out of the environment of an installed app. */
export const clockVariable = 'TENANTRY_CLOCK_FILE';

/**
 * The time that main and engine put on record: the machine's, or where tests name a file the moment in it (ms since 1970),
 * read anew each time, so that all processes of the app see it move at once. Throws where the file holds no moment.
 */
export function shellClock(): () => number {
  const file = process.env[clockVariable];
  return file === undefined ? Date.now : () => momentIn(file);
}

function momentIn(file: string): number {
  const moment = Number.parseInt(readFileSync(file, 'utf8'), 10);
  if (Number.isNaN(moment)) throw new Error(`${clockVariable} names ${file}, which holds no moment in ms`);
  return moment;
}
