/** Below this many letters a sentence is a greeting or a word of thanks. */
export const shortestSentence = 12;

// Each sentence is understood by itself; a whole letter pasted into the chat is read as one.
export const longestMessage = 2_000;
const mostSentences = 8;

/** The sentences of a message that say something, in their order; none of a text too long to be taken apart. */
export function sentencesOf(text: string): string[] {
  if (text.length > longestMessage) return [];
  const sentences = text
    .split(/(?<=[.!?;])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= shortestSentence);
  return sentences.length > mostSentences ? [] : sentences;
}
