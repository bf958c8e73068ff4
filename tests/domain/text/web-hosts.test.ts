import { linkFault, webFault } from '@shared/domain/kinds/texts';
import { expect, it } from 'vitest';

it('a host may be of any script, with the joiners and dots that it has, of emoji, or of numbers; and is whole', () => {
  const hosts = [
    ...['localhost', 'example.com.', '[::1]:3000', '127.0.0.1:8080', 'xn--bcher-kva.example'],
    ...['bücher.example', 'نامه\u200cای.example', 'क्\u200dष.example', 'l·l.example', 'フー・バー.example'],
    ...['i❤\ufe0f.example', '👍🏽.example', '👩\u200d💻.example'],
  ];
  for (const host of hosts) expect([host, webFault(`https://${host}/path?x=1`)]).toEqual([host, null]);
  for (const odd of [
    '',
    '%%%',
    '.example',
    'a..example',
    'two words',
    'a\\b',
    '[::1',
    '\u202e.example',
    'a:b',
  ])
    expect([odd, linkFault(`https://${odd}`)]).not.toEqual([odd, null]);
});
