import type { ScreenName } from '@shared/contract/screens';
import { create } from 'zustand';
import { formatHash, homeRoute, parseHash, type Route } from './route';

interface RouteStore {
  readonly route: Route;
}

/** Where the window is. The address (`location.hash`) is the record; it survives a reload. */
export const useRoute = create<RouteStore>(() => ({ route: parseHash(location.hash) }));

window.addEventListener('hashchange', () => setRoute(parseHash(location.hash)));

function setRoute(route: Route): void {
  useRoute.setState({ route });
}

/** Goes to a screen. Without `params` it shows everything: what it was filtered by before is on the way back, not on the rail. */
export function go(
  screen: ScreenName,
  to: { readonly id?: string | null; readonly params?: Route['params'] } = {},
): void {
  const route = { screen, id: to.id ?? null, params: to.params ?? {} };
  location.hash = formatHash(route);
  // The event comes later: what changes the route in place until then must not take the window back.
  setRoute(route);
}

/** Back to the first screen, with no filters: another workspace was opened. */
export function resetRoute(): void {
  replace(homeRoute);
}

/** Changes the present route in place: no new step on the way back. */
function replace(route: Route): void {
  history.replaceState(null, '', formatHash(route));
  setRoute(route);
}

/** Shows a record in the inspector, or closes it. */
export function select(id: string | null): void {
  replace({ ...useRoute.getState().route, id });
}

/** Changes filters of the present screen; '' takes one away. */
export function setParams(patch: Route['params']): void {
  const { route } = useRoute.getState();
  const merged = Object.entries({ ...route.params, ...patch }).filter(([, value]) => value !== '');
  replace({ ...route, params: Object.fromEntries(merged) });
}
