import type { OfficerView } from '../../http/views.ts';
import { answerOf, v1 } from '../data/api.ts';

/** A colleague whom a note names. */
export interface Mention {
  id: number;
  name: string;
}

/** As the note says it. */
export function sign({ name }: Mention): string {
  return `@${name}`;
}

/** Those whose names still stand in the text: whoever was written out again is not told. */
export function stillNamed(mentions: readonly Mention[], text: string): Mention[] {
  return mentions.filter((mention) => text.includes(sign(mention)));
}

export function colleaguesQuery(reference: string) {
  return {
    queryKey: ['case', reference, 'colleagues'],
    queryFn: (): Promise<OfficerView[]> => answerOf(v1.cases[':reference'].colleagues.$get({ param: { reference } })),
  };
}
