import { basename } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Whether npm runs this very file. Its `npm_lifecycle_*` reach everything that a script starts: what is started in the
 * background, out of a script of somebody else, is to outlive the shell that did it.
 *
 * @param file path of the file that Node was started with.
 */
export function isRunByNpm(
  file: string | undefined = process.argv[1],
  { npm_lifecycle_script: script = '' }: Environment = process.env,
): boolean {
  return file !== undefined && script.split(/[\s"'/\\]+/).includes(basename(file));
}
