import { t } from '../../language/t';

const form = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;

/** What is wrong with the name of a domain, as a sentence; null when nothing is. */
export const domainFault = (value: string): string | null =>
  form.test(value) ? null : t('"{value}" is no domain: such as shop.acme.com, without https://.', { value });

/** What is wrong with the path of a domain's proxy, as a sentence; null when nothing is, also where none is said. */
export const proxyPathFault = (value: unknown): string | null =>
  value === undefined || value === '' || /^\/[^/]+$/.test(String(value))
    ? null
    : t('"{value}" is no proxy path: one part with a leading slash, such as /__clerk.', {
        value: String(value),
      });
