import { linkFault, webFault } from '@shared/domain/kinds/texts';
import { expect, it } from 'vitest';

const host = 'needs a host such as example.com, and no blanks';

it.each([
  ['https://a..b', host],
  ['https://acme .com', host],
  ['https://', host],
  ['http://acme.com', 'must begin with https://'],
  ['acme.com', 'must begin with https://'],
  ['https://acme.com/x', null],
  ['', null],
])('%j: a host that none can be is told as that, and not as a scheme that lacks', (value, fault) => {
  expect(webFault(value)).toBe(fault);
  if (value !== 'http://acme.com')
    expect(linkFault(value)).toBe(fault?.replace(/https:\/\/$/, 'https:// or the scheme of an app') ?? null);
});
