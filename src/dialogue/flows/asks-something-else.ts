import { findAddresses } from '../../knowledge/address.ts';
import type { Turn } from '../turn.ts';
import { asksOwnDeclarations, declarationAskedFor } from '../understanding/asks-declaration.ts';

const sureEnough = 0.8;
// A question is short; a matter that names an appendix in passing is told at length.
const longestQuestionWords = 16;

/**
 * Whether a message written while a form is open asks for something else, so that the form waits. Whoever was asked to
 * write is taken at the word, but for a case by its number and an article by its address.
 */
export function asksSomethingElse({ state, text, files, understood }: Turn): boolean {
  if ((state.at !== 'card' && state.at !== 'describing') || state.draft.kind === 'report') return false;
  if (understood === null || files.length > 0) return false;
  const { intent, entities } = understood;
  if (intent.confidence < sureEnough || text.trim().split(/\s+/u).length > longestQuestionWords) return false;
  const namesCase = intent.value === 'case_status' && entities.caseCode !== undefined;
  const namesArticle = intent.value === 'lookup_appendix' && findAddresses(text).length > 0;
  if (namesCase || namesArticle) return true;
  if (state.at === 'describing' || state.asking === 'description') return false;
  if (declarationAskedFor(text) !== null || asksOwnDeclarations(text)) return true;
  return intent.value === 'lookup_appendix' || intent.value === 'case_status' || intent.value === 'rate_service';
}
