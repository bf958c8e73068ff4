import { shell } from '@renderer/bridge/shell';
import { whilePrinting } from '@renderer/ui/format/printing';
import { notifyFailure } from './notify';

/** Prints the screen by the system's own dialog: all that it lists, up to a limit that paper tells. */
export async function printScreen(): Promise<void> {
  const printed = await whilePrinting(() => shell.call('print', {}));
  if (!printed.ok) notifyFailure(printed.error);
}
