import { connect, type Socket } from 'node:net';

/** A client that sends bytes as they are. */
export interface RawClient {
  readonly socket: Socket;
  readonly send: (bytes: string | Uint8Array) => void;
  /** The text received until the server closed the connection, or until `enough` accepts it. */
  readonly receive: (enough?: (text: string) => boolean) => Promise<string>;
}

export function rawClient(port: number): Promise<RawClient> {
  return new Promise((resolve, reject) => {
    let text = '';
    let ended = false;
    const waiting = new Set<() => void>();
    const wake = () => {
      for (const one of waiting) one();
    };
    const socket = connect(port, '127.0.0.1', () => {
      socket.off('error', reject);
      // A connection that is reset is a closed one.
      socket.on('error', () => undefined);
      resolve({
        socket,
        send: (bytes) => {
          socket.write(bytes);
        },
        receive,
      });
    });
    socket.once('error', reject);
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      wake();
    });
    socket.on('close', () => {
      ended = true;
      wake();
    });

    function receive(enough: (text: string) => boolean = () => false): Promise<string> {
      return new Promise((done) => {
        const look = () => {
          if (!ended && !enough(text)) return;
          waiting.delete(look);
          done(text);
        };
        waiting.add(look);
        look();
      });
    }
  });
}
