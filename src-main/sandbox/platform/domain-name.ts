import { z } from 'zod';

/** A domain name in a body; `param` is what the refusal calls it. */
export const domainName = (param: string) =>
  z
    .string()
    .max(253)
    .regex(/^(?=.{4,})([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, `${param} must be a domain name.`);

export const proxyPath = z
  .string()
  .regex(/^\/[^/]+$/, 'proxy_path must be one path segment with a leading slash.');
