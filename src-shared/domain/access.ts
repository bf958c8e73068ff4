import { services } from './services';

/** By each service's own words: keys of permissions of one are never another's. */
const elevated = Object.values(services).map((service) => service.elevated);

/** True when a role with these permissions makes its holder an admin of the organization. */
export function isElevated(permissionKeys: readonly string[]): boolean {
  return elevated.some((all) => all.every((key) => permissionKeys.includes(key)));
}

/** What lets its holder change, remove or carry off what is others': told first wherever somebody gains or loses it. */
const powerfulActions = ['manage', 'delete', 'export', 'admin', 'remove', 'impersonate'] as const;

/** `org:reports:export` is, `org:reports:read` is not. */
export function isPowerful(permissionKey: string): boolean {
  const words = permissionKey.split(':').slice(1).join('_').split('_');
  return powerfulActions.some((action) => words.includes(action) || words.includes(`${action}s`));
}
