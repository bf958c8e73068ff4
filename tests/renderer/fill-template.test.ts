import { fillTemplate } from '@renderer/screens/templates/fill-template';
import { plainOf } from '@renderer/screens/templates/plain-of';
import { people, plainBrand, sampleOf } from '@renderer/screens/templates/sample-people';
import { expect, it } from 'vitest';

const sample = {
  name: 'Ada & Co',
  sign: '<b title="it\'s">&',
  on: true,
  off: false,
  app: { name: 'Lumen' },
  partials: { logo: '<b>L</b>' },
};

it.each([
  ['Hello {{name}}', 'Hello Ada &amp; Co'],
  ['Hello {{{name}}}', 'Hello Ada & Co'],
  // What somebody is called is no markup of the page that it stands in.
  ['{{sign}}', '&lt;b title=&quot;it&#39;s&quot;&gt;&amp;'],
  ['{{app.name}}{{app.none}}{{none.at.all}}', 'Lumen'],
  ['{{#if on}}yes{{else}}no{{/if}} {{#if off}}yes{{else}}no{{/if}}', 'yes no'],
  ['{{#unless on}}no{{/unless}}{{! a comment }}', ''],
  ['{{> logo}}{{> none}}', '<b>L</b>'],
  // Nothing of the language that it is written in can be reached.
  ['{{constructor}}{{app.__proto__}}{{name.length}}', ''],
])('%s', (template, filled) => {
  expect(fillTemplate(template, sample)).toBe(filled);
});

it('a text is filled in as it is; what is no template says where', () => {
  expect(fillTemplate('Hello {{name}}', sample, 'text')).toBe('Hello Ada & Co');
  expect(() => fillTemplate('Hello {{#if on}}', sample)).toThrow('Parse error on line 1');
});

it('every variable of a template reads as something', () => {
  const variables = ['otp_code', 'app.name', 'never.heard.of', 'something_new'];
  const filled = variables.map((variable) =>
    fillTemplate(`{{${variable}}}`, sampleOf(variables, { ...plainBrand, name: 'Lumen' }, people[0])),
  );
  expect(filled).toEqual(['424242', 'Lumen', expect.anything(), '[something_new]']);
});

it('as plain text a name reads as it is spelled, a link has its address, and nothing of the markup is left', () => {
  const html = fillTemplate(
    '<head><title>T</title></head><!-- x --><p>Hi {{name}},</p><p>5 &lt; 6&nbsp;&#169;&#x2026;&odd;<br>go <a href="https://a.example/?x=1">here</a></p>',
    { name: 'Pat O\'Neill & "Co"' },
  );
  expect(plainOf(html)).toBe('Hi Pat O\'Neill & "Co",\n\n5 < 6 ©…&odd;\n\ngo here: https://a.example/?x=1');
});
