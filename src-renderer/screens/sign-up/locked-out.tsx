import { engine } from '@renderer/bridge/engine';
import { formatCount } from '@renderer/ui/format/format-count';
import { plural } from '@renderer/ui/format/plural';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import classes from './sign-up.module.css';

/** As many identifiers are looked up; each is one question to an index. */
const mostAsked = 200;
const named = 5;

interface Found {
  readonly count: number;
  readonly names: readonly string[];
  readonly asked: number;
}

/** Copied people whom blocked addresses, domains or numbers would shut out: counted in the search index, and never loaded whole. */
export function LockedOut({ values }: { readonly values: readonly string[] }) {
  const [found, setFound] = useState<Found | null>(null);
  const key = JSON.stringify(values.slice(0, mostAsked));
  useEffect(() => {
    let ended = false;
    setFound(null);
    void count(JSON.parse(key) as readonly string[]).then((next) => {
      if (!ended) setFound(next);
    });
    return () => {
      ended = true;
    };
  }, [key]);
  if (values.length === 0 || found === null) return null;
  if (found.count === 0) return <p className={classes.more}>Nobody in your copy would be locked out.</p>;
  return (
    <p className={classes.concern} role="alert">
      <TriangleAlert size={14} aria-hidden />
      <span>
        {plural(found.count, 'person', 'people')} in your copy would be locked out: {found.names.join(', ')}
        {found.count > found.names.length && ` and ${formatCount(found.count - found.names.length)} more`}.
        {values.length > found.asked && ` Only the first ${formatCount(found.asked)} lines were looked up.`}
      </span>
    </p>
  );
}

async function count(values: readonly string[]): Promise<Found> {
  const pages = await Promise.all(
    values.map((value) =>
      // `*@acme.com` is everybody whose address ends so.
      engine.call('page', { entity: 'user', text: value.replace(/^\*/, ''), limit: named }),
    ),
  );
  const read = pages.flatMap((page) => (page.ok ? [page.value] : []));
  return {
    count: read.reduce((sum, { total }) => sum + total, 0),
    names: read.flatMap(({ rows }) => rows.map(({ name }) => String(name))).slice(0, named),
    asked: values.length,
  };
}
