import { assertNever } from '@shared/assert-never';
import { isScreenIn, ScreenName, screenTable } from '@shared/contract/screens';
import type { Scenario } from '@shared/domain/scenario';
import { t } from '@shared/language/t';
import { z } from 'zod';
import type { DropKind } from './drop-kind';

/** What the window shows when a file is dropped. */
export interface DropScene {
  readonly scenario: Scenario;
  readonly screen: ScreenName;
  readonly id: string | null;
  /** Why nothing can be edited here; null where it can. */
  readonly readOnly: string | null;
  /** Labels of the parts in sight that take an image; whether there is one for a table, and for a view. */
  readonly images: readonly string[];
  readonly tables: boolean;
  readonly views: boolean;
}

/** What is done with it. */
export type DropWay =
  | { readonly kind: 'here'; readonly target: 'image' | 'table' | 'view' }
  | { readonly kind: 'there'; readonly target: 'image' | 'view'; readonly place: DropPlace }
  | { readonly kind: 'dialog'; readonly dialog: 'people' | 'change-set' | 'review' | 'books' }
  | { readonly kind: 'note'; readonly text: string };

interface DropPlace {
  readonly screen: ScreenName;
  readonly id: string | null;
  readonly params: Record<string, string>;
}

export const droppable = t(
  'an image, a table (CSV, Excel, JSON lines), a view, or a signed change set, review or book',
);

const note = (text: string): DropWay => ({ kind: 'note', text });

/** Where a dropped file leads. `text`: that of a view. */
export function leadDrop(kind: DropKind, name: string, scene: DropScene, text = ''): DropWay {
  if (kind === 'unknown')
    return note(t('{name} cannot be used here. What can be dropped: {droppable}.', { name, droppable }));
  if (scene.readOnly !== null && kind !== 'view')
    return note(t('{readOnly} {name} was not taken.', { readOnly: scene.readOnly, name }));
  switch (kind) {
    case 'image':
      return leadImage(scene);
    case 'table':
      if (scene.tables) return { kind: 'here', target: 'table' };
      return scene.scenario === 'platforms'
        ? note(t('No table on this screen takes a file. Go to one with Import…, and drop it there.'))
        : { kind: 'dialog', dialog: 'people' };
    case 'view':
      return leadView(scene, text);
    case 'change-set':
    case 'review':
    case 'books':
      return { kind: 'dialog', dialog: kind };
    default:
      return assertNever(kind);
  }
}

function leadImage({ screen, id, images, scenario }: DropScene): DropWay {
  if (images.length === 1) return { kind: 'here', target: 'image' };
  if (images.length > 1)
    return note(t('Drop the image on what it is for: {images}.', { images: images.join(` ${t('or')} `) }));
  if ((screen === 'organization' || screen === 'organizations') && id !== null)
    return {
      kind: 'there',
      target: 'image',
      place: { screen: 'organization', id, params: { tab: 'branding' } },
    };
  return note(
    scenario === 'platforms'
      ? t('Open the images of an application in Policies, and drop the image there.')
      : t('Open an organization or a person first: the image becomes its logo or picture.'),
  );
}

const Screened = z.object({ screen: ScreenName });

function leadView({ screen, scenario, views }: DropScene, text: string): DropWay {
  const there = screenOf(text);
  if (there === screen && views) return { kind: 'here', target: 'view' };
  const known = screenTable.find(({ name }) => name === there);
  if (there === null || there === screen || known === undefined || !isScreenIn(known, scenario))
    return note(t('The view is of a table that is not on this screen. Open that table, and drop it there.'));
  return { kind: 'there', target: 'view', place: { screen: there, id: null, params: {} } };
}

function screenOf(text: string): ScreenName | null {
  try {
    return Screened.safeParse(JSON.parse(text)).data?.screen ?? null;
  } catch {
    return null;
  }
}
