import { commandLineWords } from './shell/command-line-words';

/** The app, or its command line without a window. Awaited: nothing of Electron is ready before. */
const words = commandLineWords(process.argv);
if (words === null) {
  const { runShell } = await import('./shell/run-shell');
  void runShell();
} else {
  const { runCommandLine } = await import('./shell/run-command-line');
  void runCommandLine(words);
}
