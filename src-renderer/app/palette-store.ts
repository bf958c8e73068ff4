import { createSpotlight, type SpotlightActionData } from '@mantine/spotlight';

/** The palette's own store: which hit is chosen is decided here as well, not only by arrow keys. */
export const [paletteStore, palette] = createSpotlight();

/** A hit; what it is there for needs no click. */
export interface PaletteAction extends SpotlightActionData {
  readonly onClick: () => void;
}

export interface PaletteGroup {
  readonly group: string;
  readonly actions: PaletteAction[];
}

/** The hits that are listed, first to last. */
function listed(): readonly HTMLElement[] {
  const { listId } = paletteStore.getState();
  return listId === ''
    ? []
    : [...document.querySelectorAll<HTMLElement>(`#${CSS.escape(listId)} [data-action]`)];
}

/** Whether one of the hits is chosen: the list's own Enter goes there. */
export const isChosen = (): boolean => listed().some((action) => action.dataset.selected === 'true');

/** Chooses the first hit, if one is listed. */
export function chooseFirst(): void {
  const actions = listed();
  for (const action of actions) action.removeAttribute('data-selected');
  actions[0]?.setAttribute('data-selected', 'true');
  const selected = actions.length === 0 ? -1 : 0;
  if (paletteStore.getState().selected !== selected)
    paletteStore.updateState((state) => ({ ...state, selected }));
}
