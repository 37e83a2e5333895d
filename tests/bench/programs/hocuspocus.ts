/** Hocuspocus as its own first page starts it: no storage, no hooks. */
import { Server } from '@hocuspocus/server';

await new Server({ port: Number(process.env.PORT), address: '127.0.0.1', quiet: true }).listen();
