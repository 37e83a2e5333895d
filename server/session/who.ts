/** How people are written down: a participant by their id, a facilitator as `facilitator:<id>`. */
export function leader(id: string): string {
  return `facilitator:${id}`;
}

export function isLeader(who: string): boolean {
  return who.startsWith('facilitator:');
}

export function leaderId(who: string): string {
  return who.slice('facilitator:'.length);
}
