/** The least a server can do: every frame goes to everybody else as it came. No Yjs, no store, no guard. */
import { WebSocket, WebSocketServer } from 'ws';

const sockets = new WebSocketServer({ port: Number(process.env.PORT), host: '127.0.0.1' });
sockets.on('connection', (socket) => {
  socket.on('error', () => socket.terminate());
  socket.on('message', (data, binary) => {
    for (const other of sockets.clients) {
      if (other !== socket && other.readyState === WebSocket.OPEN) other.send(data, { binary });
    }
  });
});
