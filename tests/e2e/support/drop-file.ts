import type { Page } from '@playwright/test';

const at = { x: 500, y: 400 };

/** Holds a file of the disk over the window, as a file manager does; the function returned lets it go there. */
export async function dragFile(window: Page, path: string): Promise<() => Promise<void>> {
  const session = await window.context().newCDPSession(window);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  const send = (type: 'dragEnter' | 'dragOver' | 'drop') =>
    session.send('Input.dispatchDragEvent', { type, ...at, data });
  await send('dragEnter');
  await send('dragOver');
  return async () => {
    await send('drop');
    await session.detach();
  };
}
