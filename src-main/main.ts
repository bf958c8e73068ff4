import { runShell } from './shell/run-shell';

void runShell();
