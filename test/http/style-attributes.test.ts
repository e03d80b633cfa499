import { expect, test } from 'vitest';
import { withoutStyleAttributes } from '../../src/http/style-attributes.ts';

test('what elements say of their look stands in one style element under the nonce, each look once', () => {
  const markup = '<p style="--a:1;color:red">một</p><b style="flex-shrink:0">hai</b><i style="--a:1;color:red">ba</i>';

  expect(withoutStyleAttributes(markup, 'n0nce')).toBe(
    '<style nonce="n0nce">[data-style="0"]{--a:1 !important;color:red !important}[data-style="1"]{flex-shrink:0 !important}</style>' +
      '<p data-style="0">một</p><b data-style="1">hai</b><i data-style="0">ba</i>',
  );
});

test('markup without a look of its own stays as it is', () => {
  expect(withoutStyleAttributes('<p class="a">một</p>', 'n')).toBe('<p class="a">một</p>');
});

test('what an enterprise wrote about styles stays its text', () => {
  const markup = '<p>Gõ &lt;b style=&quot;color:red&quot;&gt; thì sao?</p>';

  expect(withoutStyleAttributes(markup, 'n')).toBe(markup);
});

test.each(['color:red}body{display:none', 'background:url(&lt;/style&gt;)', 'color:\\7d', 'color:red/*'])(
  'a look that would end its rule is left out: %s',
  (look) => {
    expect(withoutStyleAttributes(`<p style="${look}">một</p>`, 'n')).toBe('<p data-style="0">một</p>');
  },
);

test('quotation marks of a font come back as they were', () => {
  expect(withoutStyleAttributes('<p style="font-family:&#x27;Inter&#x27;, &quot;Noto&quot;">một</p>', 'n')).toContain(
    `{font-family:'Inter', "Noto" !important}`,
  );
});
