/** The wall's own sound reaches the screens inside it; a picture of the wall in the console has none. */
import { getContext, setContext } from 'svelte';
import type { Sound } from './sound.ts';

const key = Symbol('sound');

export function provideSound(sound: Sound): Sound {
  return setContext(key, sound);
}

export function useSound(): Sound | undefined {
  return getContext<Sound | undefined>(key);
}
