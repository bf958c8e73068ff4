/**
 * Who reads our output may stop reading (`list … | head -1`): what is written then goes nowhere, and the work goes on to its
 * own end and exit code. A run that applies changes must not die because nobody reads its report.
 */
export function surviveClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
}
