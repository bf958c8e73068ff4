import { basename, dirname, join } from 'node:path';
import { run } from '../../run';
import { fileName, version } from './names';

/**
 * The unpacked app as `tenantry-VERSION-linux-ARCH.tar.gz` in `outDir`, all of it in one folder and owned by root; its path.
 *
 * @param compress off: a `.tar`, for tests
 */
export async function makeTar(
  app: string,
  outDir: string,
  { compress = true }: { readonly compress?: boolean } = {},
): Promise<string> {
  const file = join(outDir, `${fileName('linux')}.tar${compress ? '.gz' : ''}`);
  const into = `--transform=s,^${basename(app)},tenantry-${version},`;
  const owner = ['--owner=0', '--group=0', '--numeric-owner', '--sort=name'];
  const code = await run('tar', [compress ? '-czf' : '-cf', file, ...owner, into, basename(app)], {
    cwd: dirname(app),
  });
  if (code !== 0) throw new Error(`tar ended with code ${code}`);
  return file;
}
