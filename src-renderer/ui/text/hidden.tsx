import type { ReactNode } from 'react';

/** Words of a text that are heard, and not seen: `rich('Remove <hidden>{name}</hidden>', { name, hidden })`. */
export const hidden = (words: ReactNode): ReactNode => <span className="visually-hidden">{words}</span>;
