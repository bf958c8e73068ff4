import { z } from 'zod';
import { readJson } from './used-packages';

const Engines = z.object({ engines: z.object({ node: z.string().optional() }).loose().optional() });
const Lock = z.object({ packages: z.record(z.string(), z.unknown()) });

type Version = readonly [major: number, minor: number, patch: number];

/** `22.13`, `22`, `*`, `10.*` as numbers; what is left open is 0. */
const versionOf = (text: string): Version => {
  const [major = 0, minor = 0, patch = 0] = text.split('.').map((part) => Number(part) || 0);
  return [major, minor, patch];
};

const reaches = (version: Version, least: Version): boolean =>
  version[0] !== least[0]
    ? version[0] > least[0]
    : version[1] !== least[1]
      ? version[1] > least[1]
      : version[2] >= least[2];

/** Whether a version is in a range of npm's: `^20.19.0 || >=22`, `>= 18`, `*`. */
export const isInRange = (version: Version, range: string): boolean =>
  range.split('||').some((part) =>
    [...part.matchAll(/(\^|~|>=|>)?\s*([\d.]+|\*)/g)].every(([, sign, text = '']) => {
      const least = versionOf(text);
      const open = text === '*' || sign === '>=' || sign === '>';
      return (open || version[0] === least[0]) && reaches(version, least);
    }),
  );

/** Packages of the lock file that warn of the least Node of a range that package.json asks for, as `package: range`. */
export function findForeignNodes(): readonly string[] {
  const asked = Engines.parse(readJson('package.json')).engines?.node ?? '';
  const least = asked.split('||').map((part) => versionOf(part.replace(/[^\d.]/g, '')));
  return Object.entries(Lock.parse(readJson('package-lock.json')).packages).flatMap(([name, entry]) => {
    const range = Engines.safeParse(entry).data?.engines?.node;
    const told = name === '' || range === undefined || least.every((version) => isInRange(version, range));
    return told ? [] : [`${name}: ${range}`];
  });
}
