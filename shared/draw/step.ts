/** One step of something that goes on: how it is afterwards, or why not. A refused step changes nothing. */
export type Step<State, Why extends string> = { ok: true; state: State } | { ok: false; why: Why };

export function done<State>(state: State): { ok: true; state: State } {
  return { ok: true, state };
}

export function not<Why extends string>(why: Why): { ok: false; why: Why } {
  return { ok: false, why };
}
