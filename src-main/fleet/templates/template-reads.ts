import { decodedMeta } from '@main/store/decoded-meta';
import type { Store } from '@main/store/store';
import { TemplateRead, type TemplateReads } from '@shared/domain/templates/template-reads';
import { z } from 'zod';

/** Where it is kept when the templates of each application were read. */
export const readsKey = 'templates/read';

export const readReads = (store: Pick<Store, 'meta' | 'subscribe'>): Promise<TemplateReads> =>
  decodedMeta(
    store,
    readsKey,
    (value) => new Map(Object.entries(z.record(z.string(), TemplateRead).safeParse(value).data ?? {})),
  );
