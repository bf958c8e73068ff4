import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../../project-root';

/** What package.json says of the app. */
export const { version, description } = z
  .object({ version: z.string(), description: z.string() })
  .parse(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')));

/** `tenantry-0.1.0-linux-x64`. */
export const fileName = (system: string): string => `tenantry-${version}-${system}-${process.arch}`;

/** As Debian calls this machine's kind. */
export const debianArchitecture = process.arch === 'x64' ? 'amd64' : process.arch;
