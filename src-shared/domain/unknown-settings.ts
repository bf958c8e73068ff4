import { t } from '../language/t';
import { isNearly } from './text/nearly';

/** Settings that are named to choose from. */
const most = 5;

const groupOf = (path: string): string => path.split('.').slice(0, 2).join('.');
const isWithin = (path: string, other: string): boolean => path === other || path.startsWith(`${other}.`);

/** Why paths name no setting, each with what is possible, as sentences without a full stop. `known`: paths of all settings. Pure. */
export function unknownSettings(paths: readonly string[], known: readonly string[]): readonly string[] {
  return [...new Set(paths)]
    .filter((path) => !known.some((one) => isWithin(path, one) || isWithin(one, path)))
    .map((path) =>
      t('There is no setting {path}. Possible: {options}', {
        path,
        options: possible(path, known).join(', '),
      }),
    );
}

/**
 * Why paths name no single setting but what holds several, as sentences without a full stop: what is left out of such a value would be
 * taken off, and nothing could ever be the same as it. Pure.
 */
export function heldTogether(paths: readonly string[], known: readonly string[]): readonly string[] {
  return [...new Set(paths)].flatMap((path) => {
    const inside = known.filter((one) => one !== path && isWithin(one, path));
    if (inside.length === 0) return [];
    const options = inside.slice(0, most).join(', ');
    return [
      t('{path} holds several settings: name each of them by itself, such as {options}', { path, options }),
    ];
  });
}

/** The settings that one letter is other in, else those of its group, or of a group like it; else the groups there are. */
function possible(path: string, known: readonly string[]): readonly string[] {
  const near = known.filter((one) => isNearly(path, one));
  if (near.length > 0) return near.slice(0, most);
  const groups = [...new Set(known.map(groupOf))];
  const [like] = groups.filter((group) => group === groupOf(path) || isNearly(groupOf(path), group));
  if (like === undefined) return groups.slice(0, most).map((group) => `${group}…`);
  return known.filter((one) => isWithin(one, like)).slice(0, most);
}
