import { pathToFileURL } from 'node:url';
import { chooseProfile } from './shell/choose-profile';
import { commandLineWords } from './shell/command-line-words';
import { startSpeaking } from './shell/language/start-speaking';
import { outPaths } from './shell/out-paths';

const words = commandLineWords(process.argv);
if (words === null) {
  chooseProfile();
  // Texts are made where their modules are: what is spoken is known before.
  await startSpeaking();
  const { runShell } = await import('./shell/run-shell');
  void runShell();
} else {
  // Awaited by Electron before anything of Chromium starts: no display, no profile, no other process, and signals and pipes are Node's own.
  const { cli } = outPaths();
  process.argv = [process.execPath, cli, ...words];
  await import(pathToFileURL(cli).href);
  process.exit(process.exitCode);
}
