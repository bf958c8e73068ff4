import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { projectRoot } from '../../scripts/project-root';
import { type LaunchedApp, launchApp } from './support/launch-app';

let launched: LaunchedApp;
test.beforeAll(async () => {
  launched = await launchApp();
});
test.afterAll(() => launched.quit());

/** Runs an expression in the page as the page's own code would. */
const inPage = <T>(expression: string): Promise<T> => launched.window.evaluate(expression) as Promise<T>;

test('the page runs without Node, in a context and a sandbox of its own', async () => {
  const { app } = launched;
  const preferences = await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return (contents as unknown as { getLastWebPreferences(): object }).getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
  const globals = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer'];
  expect(await inPage(`${JSON.stringify(globals)}.filter((name) => name in window)`)).toEqual([]);
});

test('the page gets two functions and the name of its language, frozen, and nothing of Electron', async () => {
  expect(await inPage('Object.keys(window.tenantry).sort()')).toEqual(['call', 'language', 'on']);
  expect(await inPage('window.tenantry.language')).toBe('en');
  expect(
    await inPage(
      '(() => { try { window.tenantry.call = 1; } catch {} return typeof window.tenantry.call; })()',
    ),
  ).toBe('function');
  const unknown = "window.tenantry.call('quit', {}).then(() => 'answered', (error) => error.message)";
  expect(await inPage(unknown)).toContain('offers no call "quit"');
  // Listening first, and only then sending: the two go to the window by different ways.
  await inPage(`void (window.heard = new Promise((resolve) => {
    window.tenantry.on('command', (...args) => resolve(JSON.stringify(args)));
  }))`);
  await launched.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.send('tenantry:event:command', { name: 'none' }),
  );
  expect(JSON.parse(await inPage<string>('window.heard'))).toEqual([{ name: 'none' }]);
});

test('the page cannot be led elsewhere, and opens no further window', async () => {
  const { app, window } = launched;
  for (const target of [
    'https://example.com/',
    'file:///etc/passwd',
    'data:text/html,x',
    'app://other/',
    'about:blank',
  ]) {
    await inPage(`void (location.href = ${JSON.stringify(target)})`).catch(() => undefined);
    await window.waitForTimeout(100);
    await expect.poll(() => window.url(), target).toMatch(/^app:\/\/tenantry\//);
    await window.waitForFunction('window.tenantry !== undefined');
  }
  expect(await inPage("window.open('https://example.com/') === null")).toBe(true);
  await inPage(`{
    const link = document.createElement('a');
    Object.assign(link, { href: 'https://example.com/', target: '_blank' });
    document.body.append(link);
    link.click();
    link.remove();
  }`);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the page is denied every permission and device', async () => {
  const states = await inPage(`Promise.all(
    ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'clipboard-write', 'midi'].map(
      (name) => navigator.permissions.query({ name }).then(({ state }) => state),
    ),
  )`);
  expect(new Set(states as string[])).toEqual(new Set(['denied']));
  expect(await inPage('Notification.requestPermission()')).toBe('denied');
  expect(await inPage('navigator.clipboard.writeText("x").then(() => "given", (error) => error.name)')).toBe(
    'NotAllowedError',
  );
  expect(
    await inPage(
      'navigator.mediaDevices.getUserMedia({ audio: true }).then(() => "given", (error) => error.name)',
    ),
  ).not.toBe('given');
});

test('the page reaches no network, runs nothing inline and evaluates no text', async () => {
  const met: string[] = [];
  const server = createServer((request, response) => {
    met.push(request.url ?? '');
    response.setHeader('access-control-allow-origin', '*').end('x');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const outcomes = await inPage<Record<string, string>>(`(async () => {
    const failed = () => 'refused';
    const loaded = (element, url, attribute = 'src') => new Promise((resolve) => {
      element.onload = () => resolve('loaded');
      element.onerror = () => resolve('refused');
      element[attribute] = url;
      document.head.append(element);
      setTimeout(() => resolve('refused'), 500);
    });
    const inline = document.createElement('script');
    inline.textContent = 'window.ranInline = true';
    document.head.append(inline);
    const style = document.createElement('style');
    style.textContent = 'body { --ran-inline: yes }';
    document.head.append(style);
    navigator.sendBeacon('http://${base}/beacon');
    await loaded(document.createElement('iframe'), 'http://${base}/frame');
    return {
      fetch: await fetch('http://${base}/fetch').then(() => 'met', failed),
      socket: await new Promise((resolve) => {
        try {
          const socket = new WebSocket('ws://${base}/socket');
          socket.onopen = () => resolve('met');
          socket.onerror = () => resolve('refused');
        } catch { resolve('refused'); }
      }),
      image: await loaded(new Image(), 'http://${base}/image'),
      script: await loaded(document.createElement('script'), 'http://${base}/script'),
      inlineScript: window.ranInline ? 'ran' : 'refused',
      inlineStyle: getComputedStyle(document.body).getPropertyValue('--ran-inline') ? 'ran' : 'refused',
      ownScheme: await fetch('app://tenantry/index.html').then(() => 'met', failed),
      file: await fetch('file:///etc/passwd').then(() => 'met', failed),
    };
  })()`);
  expect(new Set(Object.values(outcomes))).toEqual(new Set(['refused']));
  await new Promise((resolve) => server.close(resolve));
  expect(met).toEqual([]);
});

test('eval is refused by the policy', async () => {
  const evaluate = `new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective), { once: true });
    setTimeout(() => { try { new Function('return 1')(); resolve('ran'); } catch {} });
  })`;
  expect(await inPage(evaluate)).toMatch(/^script-src/);
});

test('a window that shows another page is refused every call', async () => {
  const preload = join(projectRoot, 'out', 'preload', 'preload.cjs');
  const answer = await launched.app.evaluate(async ({ BrowserWindow }, path) => {
    const other = new BrowserWindow({ show: false, webPreferences: { preload: path, sandbox: true } });
    await other.loadURL('data:text/html,<p>somebody else</p>');
    const result = await other.webContents.executeJavaScript("window.tenantry.call('workspaces', {})");
    other.destroy();
    return result as unknown;
  }, preload);
  expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden' } });
});
