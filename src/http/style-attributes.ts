const attribute = / style="([^"]*)"/gu;
const entities: Record<string, string> = { '&amp;': '&', '&quot;': '"', '&#x27;': "'", '&lt;': '<', '&gt;': '>' };

/**
 * The same markup without style attributes, which the pages' policy refuses: what they said stands in one style element
 * before it, under the nonce of the answer. For markup whose texts and attributes are escaped, as React writes it.
 */
export function withoutStyleAttributes(markup: string, nonce: string): string {
  const names = new Map<string, string>();
  const bare = markup.replace(attribute, (_, text: string) => {
    const name = names.get(text) ?? String(names.size);
    names.set(text, name);
    return ` data-style="${name}"`;
  });
  const rules = [...names].flatMap(([text, name]) => ruleOf(text, name));
  return rules.length === 0 ? bare : `<style nonce="${nonce}">${rules.join('')}</style>${bare}`;
}

/** None for what could end the rule or the element: a style is never worth that. */
function ruleOf(text: string, name: string): string[] {
  const declarations = text.replace(/&(?:amp|quot|#x27|lt|gt);/gu, (entity) => entities[entity] ?? '');
  if (/[{}<>\\]|\/\*/u.test(declarations)) return [];
  // As an attribute it would come before whatever the sheets say.
  const important = declarations.split(';').flatMap((each) => (each.trim() === '' ? [] : [`${each} !important`]));
  return [`[data-style="${name}"]{${important.join(';')}}`];
}
