import { errnoOf } from '@main/workspace/disk-failure';
import { exitCodes } from './exit-code';

/**
 * Who reads our output may stop reading (`list … | head -1`): what is written then goes nowhere, and the work goes on to its
 * own end and exit code. A run that applies changes must not die because nobody reads its report. Nor must one whose report a
 * disk does not take: that is said, and the code is the disk's where it would be 0.
 */
export function surviveLostOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream) as (...given: readonly unknown[]) => boolean;
    // Into a file is written at once, and what fails is thrown; into a pipe later, and it is an event.
    stream.write = (...given: readonly unknown[]) => {
      try {
        return write(...given);
      } catch (error) {
        lost(error);
        return true;
      }
    };
    stream.on('error', lost);
  }
}

let isTold = false;

function lost(error: unknown): void {
  const errno = errnoOf(error);
  if (errno === null) throw error;
  if (errno === 'EPIPE' || isTold) return;
  isTold = true;
  // It may be in the midst of sending, or serve on: only what is true at any moment is said.
  process.stderr.write(
    `What this command tells could not be written (${errno}). Its work goes on to its end all the same.\n`,
  );
  process.once('exit', (code) => {
    if (code === exitCodes.done) process.exitCode = exitCodes.disk;
  });
}
