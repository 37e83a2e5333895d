/** By which way a ballot came: shown as a column of its own in the result, and marked in every file of ballots. */
import * as v from 'valibot';
import { limits } from './limits.ts';

/** mixed: so few came one way that they are not told apart, as it would say who voted what. */
export const channels = ['digital', 'paper', 'hands', 'mixed'] as const;
export const channelSchema = v.picklist(channels);
export type Channel = (typeof channels)[number];

/**
 * As which channel the ballots of each are kept, by how many came that way. Fewer than `leastApart` on one of the secret ways
 * are kept together with the other; when those are too few still, with the hands: else they would be total minus the rest.
 */
export function tellApart(counts: Readonly<Record<Channel, number>>): (channel: Channel) => Channel {
  const few = (count: number) => count > 0 && count < limits.leastApart;
  const { digital, paper, hands, mixed } = counts;
  const secret = digital + paper + mixed;
  const together = few(digital) || few(paper) || mixed > 0;
  if (few(secret) && hands > 0) return () => 'mixed';
  if (together && digital > 0 && paper > 0) return (channel) => (channel === 'hands' ? channel : 'mixed');
  return (channel) => channel;
}
