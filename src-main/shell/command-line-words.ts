/** The words behind `--cli --`, as the package's launcher starts the app for them; null where a window is wanted. */
export function commandLineWords(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf('--cli');
  return at > 0 && argv[at + 1] === '--' ? argv.slice(at + 2) : null;
}
