import { exitCodes } from './exit-code';

/**
 * What nobody expected ends the command with its trace and exit code 1. Node by itself would print the line of the source first,
 * and the bundled command line has few, of 200,000 characters.
 */
export function tellBugs(): void {
  process.on('uncaughtException', (error: unknown) => {
    process.stderr.write(
      `A bug, please report it. ${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exit(exitCodes.internal);
  });
}
