/**
 * The words of the command line, where the app is started for it: what stands behind `--cli --`, as the package's launcher
 * (`resources/launcher/tenantry`) says; null where a window is wanted.
 */
export function commandLineWords(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf('--cli');
  return at > 0 && argv[at + 1] === '--' ? argv.slice(at + 2) : null;
}
