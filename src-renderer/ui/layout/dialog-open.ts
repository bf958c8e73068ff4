/** A dialog or the palette is up: the keys are its own. */
export function isDialogOpen(): boolean {
  return document.querySelector('[aria-modal="true"]') !== null;
}
