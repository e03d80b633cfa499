import { createReadStream, createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { PendingQuery, Row } from 'postgres';
import { whenRefused } from '../copy-rows.ts';
import type { Client } from './schema-steps.ts';

const pieceBytes = 64 * 1024;

/** Hears how many bytes went by since it last heard, and may end the work by throwing. */
export type Watch = (bytes: number) => void;

// The text of COPY depends on these; both sides say the same.
export const sameText = `set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local timezone = 'UTC';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0`;

/** Writes what `statement` copies out as a packed file and answers how many rows there were. */
export async function copyToFile(client: Client, statement: string, path: string, watch: Watch): Promise<number> {
  const { rows, over } = await openCopy(client, statement);
  let lines = 0;
  const written = pipeline(
    rows,
    async function* (arriving: AsyncIterable<Buffer>) {
      for await (const piece of inPieces(arriving)) {
        lines += linesIn(piece);
        watch(piece.length);
        yield piece;
      }
    },
    createGzip({ level: 5 }),
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  );
  await written.finally(() => over);
  return lines;
}

/** Hands on what `statement` copies out, line by line, without its escapes undone. */
export async function* copiedLines(client: Client, statement: string): AsyncGenerator<string> {
  let rest = '';
  const decoder = new TextDecoder();
  const { rows, over } = await openCopy(client, statement);
  try {
    for await (const piece of inPieces(rows)) {
      const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } finally {
    await over;
  }
}

/** Copies the rows of a packed file in by `statement` and answers how many there were. */
export async function copyFromFile(client: Client, statement: string, path: string, watch: Watch): Promise<number> {
  const query: PendingQuery<Row[]> = client.unsafe(statement);
  const refused = whenRefused(query);
  const stream = await query.writable();
  let lines = 0;
  try {
    await pipeline(createReadStream(path), watching(watch), createGunzip(), async (arriving: AsyncIterable<Buffer>) => {
      for await (const piece of inPieces(arriving)) {
        lines += linesIn(piece);
        const written = new Promise<void>((resolve, reject) => {
          stream.write(piece, (fault) => (fault == null ? resolve() : reject(fault)));
        });
        await Promise.race([written, refused]);
      }
    });
    await Promise.race([new Promise<void>((resolve) => stream.end(resolve)), refused]);
  } catch (fault) {
    // The server must hear of it too: it would wait for rows for ever.
    stream.on('error', () => undefined).destroy(fault instanceof Error ? fault : new Error(String(fault)));
    throw fault;
  }
  return lines;
}

function watching(watch: Watch) {
  return async function* (arriving: AsyncIterable<Buffer>) {
    for await (const piece of arriving) {
      watch(piece.length);
      yield piece;
    }
  };
}

/** What `statement` copies out; the connection takes nothing else until it is `over`, read to its end or given up. */
async function openCopy(client: Client, statement: string): Promise<{ rows: Readable; over: Promise<void> }> {
  const query: PendingQuery<Row[]> = client.unsafe(statement);
  const over = whenOver(query);
  const rows = await query.readable();
  rows.once('close', () => {
    // The driver stops reading from the server while a stream is full, and reads on when the stream asks for more. One
    // that has ended, or was given up, asks no more: whatever is said next on this connection would wait for ever.
    rows.push = () => true;
    rows._read(0);
  });
  return { rows, over };
}

/** The driver resolves the query twice: with the stream, and when the server has said everything. A failure reaches the stream. */
function whenOver(query: object): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let times = 0;
  for (const name of ['resolve', 'reject']) {
    const settle: unknown = Reflect.get(query, name);
    Reflect.set(query, name, (value: unknown) => {
      times += 1;
      if (name === 'reject' || times === 2) resolve();
      if (typeof settle === 'function') settle(value);
    });
  }
  return promise;
}

/** One row a piece is what the driver gives; packing and writing cost less in larger ones. */
async function* inPieces(arriving: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let gathered: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of arriving) {
    gathered.push(chunk);
    bytes += chunk.length;
    if (bytes < pieceBytes) continue;
    yield Buffer.concat(gathered);
    gathered = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(gathered);
}

/** Every row ends with one; those within a value are written as two other characters. */
function linesIn(piece: Buffer): number {
  let lines = 0;
  for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) lines += 1;
  return lines;
}
