import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { pidsOf } from './app-process';
import { command } from './edits';
import { storedByPage } from './page-storage';
import { answerPrinting, printedText } from './printing';
import { searchMemory } from './search-memory';
import type { Service } from './service';

/** The same person in several pools, as far as anybody can tell. */
export const canaryEmail = 'canary@both.example';

interface Instance {
  readonly environment_type: string;
  readonly secret_key: string;
}

/** Plants that person in the pools of applications, with a marker in each that only that pool may know; gives the markers. */
export async function plantCanaries(
  service: Service,
  applications: readonly { readonly application_id: string }[],
): Promise<readonly string[]> {
  const planted = applications.map(async ({ application_id: id }, place) => {
    const shown = await service.get(`/platform/applications/${id}?include_secret_keys=true`);
    const { secret_key: key } = (shown.instances as readonly Instance[]).find(
      ({ environment_type }) => environment_type === 'production',
    ) ?? { secret_key: '' };
    const marker = `Canary${place}q7x${id.slice(-12)}`;
    const answer = await fetch(`${service.url}/v1/users`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        ...{ email_address: [canaryEmail], last_name: marker, skip_password_requirement: true },
        public_metadata: { marker },
      }),
    });
    expect(answer.status).toBe(200);
    return marker;
  });
  return Promise.all(planted);
}

/**
 * With one pool open: nothing of another one that was copied, counted and reviewed beside it is in the memory of the window or of an
 * engine, in any storage of the page, or on paper. The marker of its own is where it belongs, so that each search is seen to find.
 */
export async function expectApart(
  { app, window }: { readonly app: ElectronApplication; readonly window: Page },
  [own, other]: readonly [own: string, other: string],
): Promise<void> {
  // What Linux alone lets a test read.
  if (process.platform === 'linux') {
    const held = async (kind: 'page' | 'engine') => {
      const found = new Set<string>();
      for (const pid of await pidsOf(app, kind))
        for (const text of await searchMemory(pid, [own, other])) found.add(text);
      return [...found];
    };
    expect(await held('engine')).toEqual([own]);
    expect(await held('page')).toEqual([own]);
  }
  const stored = await storedByPage(window, 'planted-in-a-block');
  expect(stored).toContain('planted-in-a-block');
  for (const text of [own, other, canaryEmail]) expect(stored).not.toContain(text);

  await answerPrinting(app, true);
  await command(window, 'Print…');
  const { text } = await printedText(app);
  expect(text).toContain(own);
  expect(text).not.toContain(other);
}
