// A program of its own that opens the embedded server in the directory it is given, says where, and lives until killed.
import { openEmbeddedServer } from '../../src/store/embedded.ts';

const [dataDirectory] = process.argv.slice(2);
if (dataDirectory === undefined) throw new Error('Which data directory?');

const server = await openEmbeddedServer({ dataDirectory, say: () => undefined });
process.stdout.write(`${server.url}\n`);
process.stdin.resume();
process.stdin.once('end', () => {
  void server.stop().then(() => process.exit(0));
});
