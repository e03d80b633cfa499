import http from 'node:http';
import https from 'node:https';

/** The error code of a request whose connection never stood: not one byte of it left this machine. */
export const notConnected = 'NOT_CONNECTED';

const connectWithinMs = 5_000;

// Shorter than Telegram keeps an idle connection open: a request written to one that the other side has just
// closed fails in a way that cannot be told from a message that arrived.
const idleForMs = 15_000;

/** Connections to one server. What fails before a connection stands is marked with `notConnected`. */
export function openConnections(apiRoot: string): http.Agent {
  const secure = apiRoot.startsWith('https:');
  const options = { keepAlive: true, timeout: idleForMs };
  const agent = secure ? new https.Agent(options) : new http.Agent(options);
  const connect = agent.createConnection.bind(agent);

  agent.createConnection = (to, callback) => {
    const socket = connect(to, callback);
    if (!socket) return socket;

    const mark = (error: NodeJS.ErrnoException) => {
      error.code = notConnected;
    };
    const limit = setTimeout(
      () => socket.destroy(new Error(`no connection within ${connectWithinMs} ms`)),
      connectWithinMs,
    );
    socket.once('error', mark);
    socket.once('close', () => clearTimeout(limit));
    socket.once(secure ? 'secureConnect' : 'connect', () => {
      clearTimeout(limit);
      socket.off('error', mark);
    });
    return socket;
  };
  return agent;
}
