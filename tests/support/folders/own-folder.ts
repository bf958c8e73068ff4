import { mkdirSync } from 'node:fs';
import { expect, inject } from 'vitest';
import { folderOf } from './folder-of';

// Before the test file is loaded: what it puts into the temporary folder from now on goes into one of its own, and so does
// what the processes leave that it starts and kills.
const folder = folderOf(inject('runFolder'), expect.getState().testPath ?? 'unknown');
mkdirSync(folder, { recursive: true });
for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
