import type { WindowPlace } from '../../workspace/kept-windows';
import { pageOrigin } from './page-origin';

/** The address at which the page shows a place, narrowed as it was (`src-renderer/state/use-scope.ts`). */
export function addressOfPlace({ hash, scope }: WindowPlace): string {
  const search = scope === '' ? '' : `?${new URLSearchParams({ scope })}`;
  return `${pageOrigin}/${search}${hash}`;
}

/** The place that an address of the page shows. */
export function placeOfAddress(url: string): WindowPlace {
  if (!URL.canParse(url)) return { hash: '', scope: '' };
  const { hash, searchParams } = new URL(url);
  return { hash, scope: searchParams.get('scope') ?? '' };
}
