import type { Step } from './log.ts';
import { byVotes, type Project } from './project.ts';

/**
 * Meeste stemmen (DOMAIN 4.8): the most votes first, chosen when it fits in what is left. What does not fit is skipped, or
 * (`strict`) ends it.
 */
export function greedy(
  projects: readonly Project[],
  money: bigint,
  strict = false,
): { chosen: Project[]; steps: Step[] } {
  const chosen: Project[] = [];
  const steps: Step[] = [];
  let left = money;
  for (const project of [...projects].sort(byVotes)) {
    const { id, cost, votes } = project;
    if (cost > left) {
      if (strict) {
        steps.push({ step: 'stopped', id, cost: `${cost}`, left: `${left}` });
        break;
      }
      steps.push({ step: 'skipped', id, votes: `${votes}`, cost: `${cost}`, left: `${left}` });
      continue;
    }
    left -= cost;
    chosen.push(project);
    steps.push({ step: 'chosen', id, votes: `${votes}`, cost: `${cost}`, left: `${left}` });
  }
  return { chosen, steps };
}
