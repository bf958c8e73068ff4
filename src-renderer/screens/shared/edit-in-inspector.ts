import { select } from '@renderer/state/use-route';

/** Opens a row's inspector and begins editing its first field, as `E` does. */
export function editInInspector(id: string): void {
  select(id);
  let tries = 0;
  const begin = (): void => {
    const edit = document.querySelector<HTMLElement>('[data-inspector] [data-edit]');
    tries += 1;
    if (edit) {
      edit.focus();
      edit.click();
    } else if (tries < 30) requestAnimationFrame(begin);
  };
  requestAnimationFrame(begin);
}
