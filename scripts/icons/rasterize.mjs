// An Electron app of its own: draws the SVG it is given at the sizes it is given.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

const { svg, sizes, folder } = JSON.parse(process.env.TENANTRY_ICONS ?? '{}');
app.commandLine.appendSwitch('force-device-scale-factor', '1');
// Electron is ready only after this module has been evaluated: nothing may wait for it at the top level.
void app.whenReady().then(draw);

async function draw() {
  const window = new BrowserWindow({
    width: 1100,
    height: 1100,
    show: false,
    frame: false,
    transparent: true,
    useContentSize: true,
    webPreferences: { offscreen: true, sandbox: true, contextIsolation: true },
  });
  await window.loadURL('data:text/html,<canvas>');
  for (const size of sizes) {
    const dataUrl = await window.webContents.executeJavaScript(`(async () => {
      const image = new Image();
      image.src = ${JSON.stringify(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`)};
      await image.decode();
      const canvas = document.querySelector('canvas');
      canvas.width = canvas.height = ${size};
      canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size});
      return canvas.toDataURL('image/png');
    })()`);
    writeFileSync(join(folder, `${size}x${size}.png`), Buffer.from(dataUrl.split(',')[1], 'base64'));
  }
  app.exit(0);
}
