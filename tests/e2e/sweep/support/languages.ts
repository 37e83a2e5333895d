/** Is every word on a page in its own language? Against all dictionaries at once, the formats included. */
import type { Language } from '../../../../shared/refusals.ts';
import { ideeenronde } from '../../../../shared/formats/ideeenronde.ts';
import { arrange } from '../../../../client/text/arrange.ts';
import { auctionText } from '../../../../client/text/auction.ts';
import { badgeText } from '../../../../client/text/badges.ts';
import { balanceWords } from '../../../../client/text/balance.ts';
import { checks } from '../../../../client/text/checks.ts';
import { common } from '../../../../client/text/common.ts';
import { consoleWords } from '../../../../client/text/console.ts';
import { contributeText } from '../../../../client/text/contribute.ts';
import { dutyWords } from '../../../../client/text/duties.ts';
import { explain } from '../../../../client/text/explain.ts';
import { followWords } from '../../../../client/text/follow.ts';
import { formatText } from '../../../../client/text/format.ts';
import { joinText } from '../../../../client/text/join.ts';
import { leadWords } from '../../../../client/text/lead.ts';
import { matchText } from '../../../../client/text/matches.ts';
import { moderation } from '../../../../client/text/moderation.ts';
import { panels } from '../../../../client/text/panels.ts';
import { participantText } from '../../../../client/text/participant.ts';
import { pitches } from '../../../../client/text/pitches.ts';
import { plansText } from '../../../../client/text/plans.ts';
import { pointWords } from '../../../../client/text/points.ts';
import { polls } from '../../../../client/text/polls.ts';
import { replies } from '../../../../client/text/replies.ts';
import { reportWords } from '../../../../client/text/report.ts';
import { seatText } from '../../../../client/text/seats.ts';
import { sheetText } from '../../../../client/text/sheets.ts';
import { startText } from '../../../../client/text/start.ts';
import { tableText } from '../../../../client/text/tables.ts';
import { tally } from '../../../../client/text/tally.ts';
import { teamText } from '../../../../client/text/teams.ts';
import { themesText } from '../../../../client/text/themes.ts';
import { ticketText } from '../../../../client/text/tickets.ts';
import { electorateText } from '../../../../client/text/electorates.ts';
import { ticketWords } from '../../../../client/text/ticketsheets.ts';
import { vote } from '../../../../client/text/vote.ts';
import { voteSettings } from '../../../../client/text/votesettings.ts';
import { wall } from '../../../../client/text/wall.ts';

const dictionaries = [
  ...[arrange, common, consoleWords, contributeText, joinText, leadWords, moderation, panels, participantText],
  ...[checks, explain, pitches, polls, replies],
  ...[pointWords, reportWords, startText, tally, vote, wall, ideeenronde, badgeText, sheetText, tableText],
  ...[
    auctionText,
    balanceWords,
    dutyWords,
    followWords,
    formatText,
    matchText,
    plansText,
    teamText,
    themesText,
    seatText,
    ticketText,
    ticketWords,
    electorateText,
    voteSettings,
  ],
];

const sentences = { nl: new Set<string>(), en: new Set<string>() };
for (const dictionary of dictionaries) collect(dictionary, null);

/** What a page in `language` says in the other one, and what no language says. */
export function foreign(texts: readonly string[], language: Language): string[] {
  const other = language === 'nl' ? 'en' : 'nl';
  return texts.filter((text) => {
    const plain = text.replace(/\d+/g, '7');
    if (/undefined|\[object|NaN|=>|\$\{|svelte-/.test(text)) return true;
    return sentences[other].has(plain) && !sentences[language].has(plain);
  });
}

/** Sentences with a number in them are made with sevens; those that want a text are left out. */
function collect(value: unknown, language: Language | null): void {
  if (typeof value === 'string') return void (language && sentences[language].add(value.replace(/\d+/g, '7')));
  if (typeof value === 'function') {
    try {
      return collect((value as (...all: number[]) => unknown)(7, 7, 7), language);
    } catch {
      return; // it wants something else than numbers
    }
  }
  if (value === null || typeof value !== 'object') return;
  for (const [key, inside] of Object.entries(value)) collect(inside, key === 'nl' || key === 'en' ? key : language);
}
