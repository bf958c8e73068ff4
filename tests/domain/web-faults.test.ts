import { isEmail, linkFault, webFault } from '@shared/domain/kinds/texts';
import { addressFault } from '@shared/domain/kinds/web-address';
import { expect, it } from 'vitest';

const host = 'needs a host such as example.com';
const port = 'has a port that there is not: it is a number up to 65535';
const https = 'must begin with https://';

it.each([
  ['https://a..b', host],
  ['https://', host],
  ['https://:443/x', host],
  ['https://[::1', host],
  ['https://acme .com', 'must hold no blanks'],
  ['https://acme.com/a\tb', 'must hold no blanks'],
  ['https://acme.com:0/x', port],
  ['https://acme.com:70000', port],
  ['https://acme.com:80a', port],
  ['https://acme.com:', port],
  ['http://acme.com', https],
  ['acme.com', https],
  ['https:/acme.com', https],
  ['javascript://acme.com/%0aalert(1)', https],
  ['https://acme.com/x', null],
  ['https://ada@acme.com:8443/x?y#z', null],
  ['https://[::1]:8443', null],
  ['https://bücher.example.', null],
  ['', null],
])('%j: the part that cannot be is told as that', (value, fault) => {
  expect(webFault(value)).toBe(fault);
  if (value !== 'http://acme.com')
    expect(linkFault(value)).toBe(fault === https ? `${https} or the scheme of an app` : fault);
});

it.each([
  ['https://ada:secret@acme.com', {}, 'must hold no user name and no password'],
  ['https://acme.com/cb#top', {}, 'must hold no # and nothing behind it'],
  ['com.acme.app:/cb', { app: 'mobile' }, null],
  ['com.acme.app:/cb', { app: true }, `${https} or the scheme of an app`],
  ['acme://cb', { app: true }, null],
  ['acme://', { app: true }, `${https} or the scheme of an app`],
  ['data://x', { app: 'mobile' }, `${https} or the scheme of an app`],
] as const)('%j as %j: %s', (value, form, fault) => {
  expect(addressFault(value, form)).toBe(fault);
});

it.each(['a@b.co\0', '\u0007a@b.co', 'a@b.c\u0085o', 'a b@b.co'])(
  '%j is no address: it holds what nobody can type',
  (value) => {
    expect(isEmail(value)).toBe(false);
    expect(isEmail('zoë.ñ@bücher.example')).toBe(true);
  },
);
