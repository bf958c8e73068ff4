import { expect, type Locator, type Page, test } from '@playwright/test';
import { type MutatingProxy, startMutatingProxy } from '../support/mutator/mutating-proxy';
import { connect, goTo, synced } from './support/connect';
import { apply, command, review, stageName, tray } from './support/edits';
import { launchApp } from './support/launch-app';
import { pill } from './support/pill';
import { type Service, startService } from './support/service';

type Wire = Readonly<Record<string, unknown>>;

const errors = [{ code: 'not_for_you', message: 'not for you', long_message: 'This is not for you.' }];
/** A user with memberships, one of whose addresses is a number. */
async function oddUser(service: Service) {
  const [membership] = await service.list('/organization_memberships');
  const odd = membership?.public_user_data as { readonly user_id: string; readonly identifier: string };
  const alter = (body: unknown): { readonly body: unknown } | undefined => {
    if (!Array.isArray(body)) return undefined;
    const users = body as readonly Wire[];
    const address = { email_addresses: [{ id: 'idn_1', email_address: 7 }] };
    return { body: users.map((user) => (user.id === odd.user_id ? { ...user, ...address } : user)) };
  };
  return { odd, alter };
}

async function syncAgain(window: Page, proxy: MutatingProxy): Promise<void> {
  proxy.asked.length = 0;
  await command(window, 'Sync now');
  await expect.poll(() => proxy.asked.length).toBeGreaterThan(0);
  await synced(window);
}

test('what stands between us and the service has its words, and what is left out of the copy is said where it is missed', async () => {
  const service = await startService(0.05);
  const proxy = await startMutatingProxy(service.url);
  const { odd, alter } = await oddUser(service);
  proxy.alter = ({ path, body }) => {
    if (path === '/organization_invitations') return { status: 403, body: { errors } };
    return path === '/users' ? alter(body) : undefined;
  };
  // Chromium spares loopback unless told not to.
  const { app, window, quit } = await launchApp({
    switches: [`--proxy-server=${new URL(proxy.url).host}`, '--proxy-bypass-list=<-loopback>'],
  });

  await test.step("the engine's calls take the proxy that the system names", async () => {
    await connect(window, service, 'Acme');
    expect(proxy.asked.length).toBeGreaterThan(7);
  });

  await test.step('a list that is refused, and a record that cannot be read, are said', async () => {
    await expect(pill(window)).toContainText('without invitations, 1 unread');
    await goTo(window, 'Sync');
    const head = window.getByRole('region', { name: 'Freshness' });
    await expect(head).toContainText('but for invitations');
    const table = window.getByRole('table', { name: 'Collections' });
    await expect(table.getByRole('row', { name: /^invitations Refused/ })).toBeVisible();
    await expect(table).toContainText('The API key may not read invitations.');
    await expect(table).toContainText('1 person cannot be read');
    await expect(table).toContainText('email_addresses.0.email_address');
    await expect(table.getByRole('button', { name: `Copy id ${odd.user_id}` })).toBeVisible();
  });

  await test.step('a screen whose list is affected says so, and never "none"', async () => {
    await goTo(window, 'Overview');
    await expect(window.getByRole('region', { name: 'Counts' })).toContainText('Invitations–not listed');
    await goTo(window, 'People');
    await expect(window.getByRole('status').filter({ hasText: '1 person cannot be read' })).toBeVisible();
    await goTo(window, 'Organizations');
    await window.getByRole('grid').getByRole('row').nth(1).click();
    await expect(window.getByRole('complementary', { name: /^Inspector/ })).toContainText('Invited–');
    await window.getByRole('button', { name: 'Open page' }).click();
    await window.getByRole('tab', { name: 'Invitations' }).click();
    const grid = window.getByRole('grid', { name: /^Invitations to/ });
    await expect(grid).toContainText('Invitations are not listed');
    await expect(grid).toContainText('The API key may not read invitations.');
    await expect(grid).not.toContainText('No invitations');
    await expect(window.getByRole('button', { name: 'Invite people' })).toHaveAttribute(
      'title',
      /may not read invitations/,
    );
  });

  await test.step('a record that could be read before keeps its row, and is marked', async () => {
    proxy.alter = () => undefined;
    await syncAgain(window, proxy);
    await expect(pill(window)).not.toContainText('without');
    proxy.alter = ({ path, body }) => (path === '/users' ? alter(body) : undefined);
    await syncAgain(window, proxy);
    const { first_name: first, last_name: last } = await service.get(`/users/${odd.user_id}`);
    await goTo(window, 'People');
    await window.getByRole('textbox', { name: 'Filter people' }).fill(`${first} ${last}`);
    const row = window.getByRole('row', { name: `${first} ${last}` }).first();
    await expect(row).toContainText('Not read at the last sync');
    await row.click();
    await expect(window.getByRole('complementary', { name: /^Inspector/ })).toContainText(
      'as it was known before: email_addresses.0.email_address',
    );
    proxy.alter = () => undefined;
    await syncAgain(window, proxy);
  });

  await test.step('whom a directory took out is marked wherever they are, with all of their addresses', async () => {
    const second = 'second.address@elsewhere.example';
    const out = {
      deprovisioned: true,
      scim: { directory_id: 'dir_okta', directory_enabled: true },
    };
    proxy.alter = ({ path, body }) =>
      path === '/users' && Array.isArray(body)
        ? {
            body: (body as readonly Wire[]).map((user) =>
              user.id === odd.user_id
                ? {
                    ...user,
                    ...out,
                    email_addresses: [
                      ...(user.email_addresses as Wire[]),
                      { id: 'idn_2', email_address: second },
                    ],
                  }
                : user,
            ),
          }
        : undefined;
    await syncAgain(window, proxy);
    await goTo(window, 'People');
    await window.getByRole('textbox', { name: 'Filter people' }).fill(second);
    const person = window.getByRole('grid').getByRole('row').nth(1);
    await expect(person).toContainText('Deprovisioned');
    await person.click();
    const inspector = window.getByRole('complementary', { name: /^Inspector/ });
    await expect(inspector).toContainText(second);
    await expect(inspector).toContainText('dir_okta');
    await goTo(window, 'Memberships');
    await window.getByRole('textbox', { name: 'Filter memberships' }).fill(odd.identifier);
    const row = window.getByRole('grid').getByRole('row').nth(1);
    await expect(row).toContainText('Deprovisioned');
    await row.click();
    await expect(inspector).toContainText('dir_okta');
    await goTo(window, 'Overview');
    await window
      .getByRole('list', { name: 'How people sign in' })
      .getByRole('button', { name: /^Deprovisioned/ })
      .click();
    await expect(window.getByRole('grid')).toHaveAttribute('aria-rowcount', '2');
  });

  await test.step('an endpoint that must be left alone is named, and until when', async () => {
    let told = false;
    proxy.alter = ({ path }) => {
      if (path !== '/organizations' || told) return undefined;
      told = true;
      return { status: 429, headers: { 'retry-after': '9' }, body: { errors } };
    };
    await command(window, 'Sync now');
    await goTo(window, 'Sync');
    const strip = window.getByRole('status').filter({ hasText: 'fewer requests' });
    await expect(strip).toContainText('GET /organizations');
    await expect(window.getByRole('banner')).toContainText(/waits \d+ s/);
    await synced(window);
  });

  await test.step('a list that does not hold what it counts is a copy that is incomplete', async () => {
    proxy.alter = ({ path, body }) => {
      if (path !== '/organization_memberships') return undefined;
      const { total_count: held, ...rest } = body as { readonly total_count: number };
      return { body: { ...rest, total_count: held + 3 } };
    };
    await command(window, 'Sync now');
    await goTo(window, 'Sync');
    await expect(pill(window)).toContainText('Copy incomplete', { timeout: 60_000 });
    const head = window.getByRole('region', { name: 'Freshness' });
    await expect(head).toContainText('the service does not list all that it counts');
    await expect(head).toContainText('Sync tries again at the next sweep');
    const table = window.getByRole('table', { name: 'Collections' });
    await expect(table.getByRole('row', { name: /^memberships Incomplete/ })).toBeVisible();
    proxy.alter = () => undefined;
    await syncAgain(window, proxy);
  });

  /** By way of the browser, which is not started here; back from it, sync tries again by itself. */
  const signsIn = async (page: Locator): Promise<void> => {
    const opened = app.evaluate(
      ({ shell }) =>
        new Promise<string>((resolve) => {
          Object.assign(shell, { openExternal: async (url: string) => resolve(url) });
        }),
    );
    await page.click();
    expect(await opened).toBe(`${service.url}/`);
    proxy.asked.length = 0;
    await window.evaluate("window.dispatchEvent(new Event('focus'))");
    await expect.poll(() => proxy.asked.length).toBeGreaterThan(0);
  };

  for (const [name, answer, words] of [
    [
      'a portal that redirects',
      { status: 302, headers: { location: 'http://127.0.0.1:9/login' } },
      'redirects',
    ],
    ['a proxy that asks for a login', { status: 407, text: 'Who are you?' }, 'proxy asks for a login'],
    ['a page of a firewall', { status: 403, text: '<h1>Blocked</h1>' }, 'answers in its place'],
    ['a sign-in page', { status: 200, text: '<!doctype html><h1>Welcome</h1>' }, 'A sign-in page'],
  ] as const)
    await test.step(`${name} is told as that`, async () => {
      proxy.block = () => answer;
      await command(window, 'Sync now');
      const strip = window.getByRole('status').filter({ hasText: words });
      await goTo(window, 'People');
      await expect(strip).toContainText('nothing is sent until');
      await expect(pill(window)).toContainText(/^Offline since .+: (redirected|proxy login|blocked)/);
      const page = strip.getByRole('button', { name: 'Open the network’s sign-in page' });
      if (answer.status === 407) await expect(page).toHaveCount(0);
      else await signsIn(page);
      await goTo(window, 'Sync');
      await expect(window.getByRole('region', { name: 'Freshness' })).toContainText(words);
      proxy.block = () => undefined;
      await command(window, 'Sync now');
      await synced(window);
    });

  await test.step('a redirect of a write is not followed, with or without the key, and the change stays staged', async () => {
    const [organization] = await service.list('/organizations?order_by=name&limit=1');
    await stageName(window, String(organization?.name), 'Not elsewhere');
    await review(window);
    proxy.asked.length = 0;
    proxy.block = ({ method }) =>
      method === 'PATCH' ? { status: 307, headers: { location: 'http://127.0.0.1:9/elsewhere' } } : undefined;
    await apply(window, 'Apply');
    await expect(window.getByRole('region', { name: 'Report' })).toContainText('redirects');
    const of = (method: string) => proxy.asked.filter((asked) => asked.startsWith(method));
    expect(of('PATCH')).toEqual([`PATCH /organizations/${organization?.id}`]);
    expect(proxy.asked.filter((asked) => asked.includes('elsewhere'))).toEqual([]);
    await expect(tray(window)).toContainText('1 staged');
    proxy.block = () => undefined;
  });

  await quit();
  await proxy.close();
  await service.stop();
});
