const form = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;

/** What is wrong with the name of a domain, as a sentence; null when nothing is. */
export const domainFault = (value: string): string | null =>
  form.test(value) ? null : `"${value}" is no domain: such as shop.acme.com, without https://.`;
