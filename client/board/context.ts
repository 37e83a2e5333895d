import { getContext, setContext } from 'svelte';
import type { Fetch } from '../connection/ahead.ts';
import type { Board } from './board.svelte.ts';

const key = Symbol('board');

export function provideBoard(board: Board): Board {
  return setContext(key, board);
}

export function useBoard(): Board {
  const board = getContext<Board | undefined>(key);
  if (!board) throw new Error('No board here: a view calls provideBoard(new Board(code, role)) first.');
  return board;
}

/** In the context of the page: how it asks over HTTP. */
export const fetchKey = Symbol('fetch');

export function useFetch(): Fetch {
  return getContext<Fetch | undefined>(fetchKey) ?? ((...all) => fetch(...all));
}
