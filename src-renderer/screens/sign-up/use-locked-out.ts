import { engine } from '@renderer/bridge/engine';
import { t } from '@shared/language/t';
import { useEffect, useState } from 'react';

/** As many identifiers are looked up; each is one question to an index. */
const mostAsked = 200;
const named = 5;

/** Whom a blocked identifier shuts out, of the people that are copied. */
interface Shut {
  readonly value: string;
  readonly count: number;
  readonly names: readonly string[];
}

/** By identifier, of the first ones that were pasted. */
export type LockedOutFound = readonly Shut[];

/** Copied people whom blocked addresses, domains or numbers would shut out: counted in the search index, and never loaded whole. Null: not known yet. */
export function useLockedOut(values: readonly string[]): LockedOutFound | null {
  const [found, setFound] = useState<LockedOutFound | null>(null);
  const key = JSON.stringify(values.slice(0, mostAsked));
  useEffect(() => {
    let ended = false;
    setFound(null);
    void lookUp(JSON.parse(key) as readonly string[]).then((next) => {
      if (!ended && next.length > 0) setFound(next);
    });
    return () => {
      ended = true;
    };
  }, [key]);
  return found;
}

/** What is said of each line. */
export const linesOf = (found: LockedOutFound): ReadonlyMap<string, string> =>
  new Map(
    found.map(({ value, count }) => [
      value,
      count === 0
        ? t('locks out nobody')
        : t('locks out {count, plural, one {# person} other {# people}}', { count }),
    ]),
  );

/** Those of whom nothing could be read are left out. */
async function lookUp(values: readonly string[]): Promise<LockedOutFound> {
  const pages = await Promise.all(
    values.map(async (value) => ({
      value,
      // `*@acme.com` is everybody whose address ends so.
      page: await engine.call('page', { entity: 'user', text: value.replace(/^\*/, ''), limit: named }),
    })),
  );
  return pages.flatMap(({ value, page }) =>
    page.ok
      ? [{ value, count: page.value.total, names: page.value.rows.map(({ name }) => String(name)) }]
      : [],
  );
}
