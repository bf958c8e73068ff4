import { createSpotlight } from '@mantine/spotlight';

/** The palette's own store: which hit is chosen is decided here as well, not only by arrow keys. */
export const [paletteStore, palette] = createSpotlight();

/** Chooses the first hit. */
export function chooseFirst(): void {
  const actions = hits('[data-action]');
  for (const action of actions) action.removeAttribute('data-selected');
  actions[0]?.setAttribute('data-selected', 'true');
  paletteStore.updateState((state) => ({ ...state, selected: actions.length === 0 ? -1 : 0 }));
}

/** Does what the chosen hit is there for. */
export function takeChosen(): void {
  hits('[data-selected]')[0]?.click();
}

/** Nothing while no hit is listed. */
function hits(selector: string): readonly HTMLElement[] {
  const { listId } = paletteStore.getState();
  return listId === ''
    ? []
    : [...document.querySelectorAll<HTMLElement>(`#${CSS.escape(listId)} ${selector}`)];
}
