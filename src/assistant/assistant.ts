import { z } from 'zod';
import { type AssistantParts, openAsk, type Read } from './ask.ts';
import type { Assistant, Passage, Quotation } from './port.ts';

const quotation = z.strictObject({ id: z.string(), quote: z.string() });
const reading = z.strictObject({ intent: z.string(), category: z.string().nullable() });
const quotations = z.strictObject({ quotations: z.array(quotation) });
const draft = z.strictObject({ text: z.string(), sources: z.array(quotation) });
const oneText = z.strictObject({ text: z.string() });

/** The language model behind its port. Its output is data: labels that exist, quotations that stand where they say, texts. */
export function openAssistant(parts: AssistantParts): Assistant {
  const ask = openAsk(parts);
  return {
    async understand({ text, intents, categories, caseId, names }) {
      const answered = await ask({
        job: 'understand',
        caseId,
        names,
        data: { message: text },
        published: { intents, categories },
        schema: reading,
        read: (said) => {
          if (!intents.includes(said.intent)) return { unusable: 'invented' };
          const category = said.category !== null && categories.includes(said.category) ? said.category : null;
          return { usable: { intent: said.intent, category } };
        },
      });
      return answered?.result ?? null;
    },

    async answer({ text, passages, caseId, names }) {
      const answered = await ask({
        job: 'answer',
        caseId,
        names,
        data: { question: text },
        published: { passages },
        schema: quotations,
        read: (said) => {
          if (said.quotations.length === 0) return { unusable: 'nothing' };
          const standing = said.quotations.slice(0, 3).filter((each) => stands(each, passages));
          return standing.length === 0 ? { unusable: 'invented' } : { usable: standing };
        },
      });
      return answered?.result ?? null;
    },

    async draft({ matter, messages, passages, caseId, names }) {
      const answered = await ask({
        job: 'draft',
        caseId,
        names,
        data: { matter, messages },
        published: { passages },
        schema: draft,
        // A draft that leans on an invented source says something wrong in its text as well.
        read: (said) => {
          if (said.text.trim() === '') return { unusable: 'nothing' };
          return said.sources.every((each) => stands(each, passages)) ? { usable: said } : { unusable: 'invented' };
        },
        draftOf: ({ text }) => text,
      });
      return answered === null ? null : { ...answered.result, runId: answered.runId };
    },

    async summarise({ matter, messages, caseId, names }) {
      const answered = await ask({
        job: 'summarise',
        caseId,
        names,
        data: { matter, messages },
        published: {},
        schema: oneText,
        read: shortText(400),
      });
      return answered?.result ?? null;
    },

    async translate({ text, from, to, caseId, names }) {
      const answered = await ask({
        job: 'translate',
        caseId,
        names,
        data: { text },
        published: { from, to },
        schema: oneText,
        read: shortText(text.length * 4 + 200),
      });
      return answered?.result ?? null;
    },
  };
}

/** Whether the quotation stands in the passage that it names, letter for letter. */
function stands({ id, quote }: Quotation, passages: readonly Passage[]): boolean {
  const passage = passages.find((each) => each.id === id);
  return passage !== undefined && quote.trim() !== '' && passage.text.includes(quote);
}

function shortText(most: number): (said: { text: string }) => Read<string> {
  return ({ text }) => {
    if (text.trim() === '') return { unusable: 'nothing' };
    return text.length > most ? { unusable: 'invented' } : { usable: text.trim() };
  };
}
