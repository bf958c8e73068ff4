import { isRunByNpm } from '@main/cli/run-by-npm';
import { describe, expect, it } from 'vitest';

const file = '/home/a/tenantry/src-main/cli/sandbox-cli.ts';
const run = (script: string | undefined) => isRunByNpm(file, { npm_lifecycle_script: script });

describe('npm is whose end ends a script', () => {
  it.each([
    'exec node --import tsx src-main/cli/sandbox-cli.ts',
    'exec node --import tsx src-main/cli/sandbox-cli.ts --scale 0.02',
    'node --import tsx "src-main\\cli\\sandbox-cli.ts"',
  ])('where %s runs it', (script) => expect(run(script)).toBe(true));

  it.each(['./start-services.sh && playwright test', 'node my-sandbox-cli.ts', 'tsx', ''])(
    'and not where %j started it in the background',
    (script) => expect(run(script)).toBe(false),
  );

  it('nor where no npm is there', () => expect(run(undefined)).toBe(false));
});
