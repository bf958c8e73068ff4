import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Nothing is awaited before Electron is ready: the app’s own code comes first. Its `main` is what a launch waits for. */
const main = `import { app, BrowserWindow } from 'electron';
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800 });
  return window.loadURL('data:text/html,<title>Empty</title><main>Empty</main>');
});
`;

/** An Electron app that is one empty window; its folder. */
export async function makeEmptyApp(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const manifest = { name: 'empty', version: '1.0.0', type: 'module', main: 'main.js' };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'main.js'), main);
  return folder;
}
