import { answerPage, type Stage } from '../stand-in-page.ts';
import { type Host, json } from './host.ts';

/** The page on which a developer plays people by hand, and its control calls. */
export function pageHost(stage: Stage): Host {
  return {
    answer({ httpMethod, path, payload, headers }) {
      const isJson = headers['content-type']?.startsWith('application/json') ?? false;
      const query = new URLSearchParams(typeof payload.person === 'string' ? { person: payload.person } : {});
      const answer = answerPage(stage, { httpMethod, path, query, isJson, body: payload });
      return {
        status: answer.status,
        headers: { 'content-type': `${answer.type}; charset=utf-8` },
        body: answer.body,
      };
    },
    refuse: ({ message }) => json({ error: message }, {}, 400),
  };
}
