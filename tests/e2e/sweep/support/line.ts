/** The line between a page and the server, to be cut and mended. Install it before the page is opened. */
import type { Page, WebSocketRoute } from '@playwright/test';

export interface Line {
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function lineOf(page: Page): Promise<Line> {
  let isUp = true;
  const sockets = new Set<WebSocketRoute>();
  await page.routeWebSocket(/\/sync\//, (socket) => {
    if (!isUp) return void socket.close();
    socket.connectToServer();
    sockets.add(socket);
  });
  return {
    async cut() {
      isUp = false;
      await page.context().setOffline(true);
      for (const socket of sockets) await socket.close();
      sockets.clear();
    },
    async mend() {
      isUp = true;
      await page.context().setOffline(false);
    },
  };
}
