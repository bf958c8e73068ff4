import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EntityName } from '@shared/domain/entity';
import { projectRoot } from '../../../scripts/project-root';
import type { SourceFile } from './read-sources';

/** Where an entity may be told apart by its name. The sandbox stands for the service, and knows no models. */
const places = [
  'src-main/sandbox/',
  'src-shared/domain/models/',
  'src-shared/domain/rules/',
  'src-main/identity/entities/',
  'src-main/identity/better-auth/',
];

const names = EntityName.options.join('|');
const asked = new RegExp(`\\bentity [!=]== '|switch \\((?:\\w+\\.)?entity\\)|\\bcase '(?:${names})'`);
/** Two entries of an object, one under the other, that go by names of entities. */
const mapped = new RegExp(`^ +(?:${names})s?: [^\\n]*,\\n +(?:${names})s?: `, 'm');

/** Source files that tell entities apart by name, where all of them should be treated by what their models say. */
export function findTold(sources: readonly SourceFile[]): readonly string[] {
  return sources
    .map(({ path }) => path)
    .filter((path) => path.startsWith('src-') && !places.some((place) => path.startsWith(place)))
    .filter((path) => {
      const text = readFileSync(join(projectRoot, path), 'utf8');
      return asked.test(text) || mapped.test(text);
    });
}
