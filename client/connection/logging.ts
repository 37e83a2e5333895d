/** Takes the place of `lib0/logging` in the client: a few warnings of Yjs do not need its colours, which bring 15 KB along. */
export const print = console.log;
export const warn = console.warn;
export const [BOLD, UNBOLD, ORANGE, RED] = ['', '', '', ''];
