import { ScreenName } from '@shared/contract/screens';

export interface Route {
  readonly screen: ScreenName;
  /** The record that the screen is about, or that its inspector shows. */
  readonly id: string | null;
  /** Filters, sort and text of the screen. */
  readonly params: Readonly<Record<string, string>>;
}

export const homeRoute: Route = { screen: 'overview', id: null, params: {} };

/** `#/memberships/orgmem_1?role=org%3Aadmin` as a route; anything else leads home. */
export function parseHash(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const [name = '', id] = path.split('/');
  const screen = ScreenName.safeParse(name);
  if (!screen.success) return homeRoute;
  const params = Object.fromEntries(new URLSearchParams(search));
  return { screen: screen.data, id: id ? decodeURIComponent(id) : null, params };
}

/** The hash of a route; empty parameters are left out. */
export function formatHash({ screen, id, params }: Route): string {
  const path = id === null ? screen : `${screen}/${encodeURIComponent(id)}`;
  const search = new URLSearchParams(Object.entries(params).filter(([, value]) => value !== '')).toString();
  return `#/${path}${search ? `?${search}` : ''}`;
}
