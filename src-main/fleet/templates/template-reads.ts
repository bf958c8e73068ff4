import { decodedMeta } from '@main/store/decoded-meta';
import type { Store } from '@main/store/store';
import { TemplateRead, type TemplateReads } from '@shared/domain/templates/template-reads';
import { z } from 'zod';

/** Where it is kept when the templates of each application were read. */
export const readsKey = 'templates/read';
/** The same of what they used. */
export const usageReadsKey = 'usage/read';

export const readReads = (store: Pick<Store, 'meta' | 'subscribe'>, key = readsKey): Promise<TemplateReads> =>
  decodedMeta(
    store,
    key,
    (value) => new Map(Object.entries(z.record(z.string(), TemplateRead).safeParse(value).data ?? {})),
  );
