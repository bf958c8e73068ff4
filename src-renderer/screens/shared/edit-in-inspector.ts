import { select } from '@renderer/state/use-route';
import { runTarget } from '@renderer/ui/controls/command-target';

/** Opens a row's inspector and begins editing its first field, as `E` does. */
export function editInInspector(id: string): void {
  select(id);
  let tries = 0;
  const begin = (): void => {
    tries += 1;
    if (!runTarget('edit', 'in-inspector') && tries < 30) requestAnimationFrame(begin);
  };
  requestAnimationFrame(begin);
}
