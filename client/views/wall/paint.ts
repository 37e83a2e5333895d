/** Draws the tiles of the overview. 1,500 of them are a few milliseconds. */
import { tileAt, type Tile } from './tiles.ts';

export interface TileTheme {
  x: number;
  y: number;
  fill: string;
  count: number;
  isNew(n: number): boolean;
}

const tilt = (-7 * Math.PI) / 180;

export function drawTiles(
  context: CanvasRenderingContext2D,
  themes: readonly TileTheme[],
  tile: Tile,
  now: { fill: string; edge: string },
): void {
  const corner = Math.min(3, tile.height / 4);
  for (const theme of themes) {
    const fresh: number[] = [];
    context.fillStyle = theme.fill;
    context.beginPath();
    for (let n = 0; n < theme.count; n++) {
      if (theme.isNew(n)) fresh.push(n);
      else {
        const { x, y } = tileAt(n, tile);
        context.roundRect(theme.x + x, theme.y + y, tile.width, tile.height, corner);
      }
    }
    context.fill();
    for (const n of fresh) drawFresh(context, theme, n, tile, now);
  }
}

function drawFresh(
  context: CanvasRenderingContext2D,
  theme: TileTheme,
  n: number,
  tile: Tile,
  now: { fill: string; edge: string },
): void {
  const { x, y } = tileAt(n, tile);
  const edge = Math.max(1, Math.min(3, tile.height / 5));
  context.save();
  context.translate(theme.x + x + tile.width / 2, theme.y + y + tile.height / 2);
  context.rotate(tilt);
  context.fillStyle = now.edge;
  context.fillRect(-tile.width / 2 - edge / 2, -tile.height / 2 - edge / 2, tile.width + edge, tile.height + edge);
  context.fillStyle = now.fill;
  context.fillRect(-tile.width / 2 + edge / 2, -tile.height / 2 + edge / 2, tile.width - edge, tile.height - edge);
  context.restore();
}
