import type { Scope } from '../kit/scope';

/** A slug made from a name; a number is appended until no organization of the instance has it. */
export const freeSlug = ({ db, instance }: Scope, name: string): string => {
  const base =
    name
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'organization';
  const taken = new Set(
    db
      .all<{ slug: string }>('SELECT slug FROM organizations WHERE instance = ? AND slug >= ? AND slug < ?', [
        instance,
        base,
        `${base}~`,
      ])
      .map(({ slug }) => slug),
  );
  let slug = base;
  for (let number = 2; taken.has(slug); number += 1) slug = `${base}-${number}`;
  return slug;
};
