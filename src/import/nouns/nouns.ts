import { agreements } from './agreements.ts';
import { associations } from './associations.ts';
import { declarations } from './declarations.ts';
import { enterprises } from './enterprises.ts';
import { organisation } from './organisation.ts';

/** Everything that can be imported, by the name the command line gives it. */
export const nouns = { enterprises, agreements, associations, declarations, organisation } as const;
