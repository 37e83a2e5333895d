/** All scenarios, in the order of the table. */
import type { Scenario } from './scenario.ts';
import { arriving } from './scenarios/arriving.ts';
import { bytes } from './scenarios/bytes.ts';
import { flap } from './scenarios/flap.ts';
import { many } from './scenarios/many.ts';
import { meanwhile } from './scenarios/meanwhile.ts';
import { pitching } from './scenarios/pitching.ts';
import { presence } from './scenarios/presence.ts';
import { restart } from './scenarios/restart.ts';
import { slow } from './scenarios/slow.ts';
import { voting } from './scenarios/voting.ts';

export const scenarios: readonly Scenario[] = [
  ...pitching,
  presence,
  arriving,
  meanwhile,
  bytes,
  flap,
  restart,
  voting,
  slow,
  many,
];
