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

/** Chooses the first hit, if one is listed. */
export function chooseFirst(): void {
  const { listId } = paletteStore.getState();
  const actions =
    listId === '' ? [] : document.querySelectorAll<HTMLElement>(`#${CSS.escape(listId)} [data-action]`);
  for (const action of actions) action.removeAttribute('data-selected');
  actions[0]?.setAttribute('data-selected', 'true');
  paletteStore.updateState((state) => ({ ...state, selected: actions.length === 0 ? -1 : 0 }));
}
