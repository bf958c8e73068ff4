import { program } from './create-program';
import { surviveLostOutput } from './survive-lost-output';
import { tellBugs } from './tell-bugs';

surviveLostOutput();
tellBugs();
await program.parseAsync(process.argv, { from: 'node' });
