/**
 * The words of the command line, where the app is started for it: what stands behind `--cli --`, as the package's launcher
 * (`resources/launcher/tenantry`) says; null where a window is wanted. Only switches stand before: what a desktop hands over, a
 * link above all, is none, and whatever a bad handler makes of the rest of a link is no command.
 */
export function commandLineWords(argv: readonly string[]): readonly string[] | null {
  const at = argv.indexOf('--cli');
  const asked = at > 0 && argv[at + 1] === '--' && argv.slice(1, at).every(isSwitch);
  return asked ? argv.slice(at + 2) : null;
}

const isSwitch = (word: string): boolean => /^--./.test(word);
