/** A bot that nobody can reach: what goes out is measured elsewhere. */
export const benchBot = { token: '7000000000:bench', apiRoot: 'http://127.0.0.1:9' };
