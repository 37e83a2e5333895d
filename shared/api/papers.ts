/** Ballots on paper and hands, as the console enters them. No answer here says what anybody entered. */
import * as v from 'valibot';
import { ballotSchema } from '../ballots.ts';
import { limits } from '../limits.ts';

const code = v.pipe(v.string(), v.maxLength(40));
const whole = (least: number, most: number) => v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const itemId = v.pipe(v.string(), v.maxLength(64));
const raised = v.record(itemId, whole(0, limits.handsPerTable));

/** POST /votes/:phase/papers */
export const printPapers = v.strictObject({
  groups: v.pipe(
    v.array(v.strictObject({ group: v.pipe(v.string(), v.maxLength(40)), count: whole(1, limits.papersPerVote) })),
    v.minLength(1),
    v.maxLength(21),
  ),
});
/** POST /votes/:phase/papers/look */
export const lookPaper = v.strictObject({ code });
/** POST /votes/:phase/papers/entry */
export const enterPaper = v.strictObject({ code, ballot: ballotSchema });
/** POST /votes/:phase/papers/aside: why it can not be counted; null: it can after all. */
export const setPaperAside = v.strictObject({
  code,
  reason: v.nullable(v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(limits.reasonLength))),
});
/** POST /votes/:phase/hands: of one table. `no` where people answer yes or no. */
export const enterHands = v.strictObject({
  table: whole(1, limits.tableNumber),
  people: whole(1, limits.handsPerTable),
  yes: raised,
  no: v.optional(raised),
});

/** What is on the paper, in its order. `mark`: the number or letter that people see; what was hidden keeps its mark. */
const printedItem = v.object({
  id: v.string(),
  mark: v.string(),
  title: v.string(),
  text: v.string(),
  cost: v.optional(v.number()),
  struck: v.boolean(),
});

/** The codes are told here, and never again. */
export const printedPapers = v.object({
  run: v.number(),
  items: v.array(printedItem),
  papers: v.array(v.object({ code: v.string(), group: v.string() })),
});

/** waits: for somebody else. differs: somebody else entered something else. counted: two people agree. */
const entryState = v.picklist(['waits', 'differs', 'counted']);

export const paperSeen = v.object({
  group: v.string(),
  /** this person entered it already; entering again replaces that */
  mine: v.boolean(),
  /** somebody else did */
  theirs: v.boolean(),
});

export const entryTaken = v.object({ is: entryState });

/** GET /votes/:phase/papers */
export const papersInfo = v.object({
  run: v.number(),
  /** whether ballots and hands can be entered now */
  open: v.boolean(),
  items: v.array(printedItem),
  /** groups that may vote, each with how many ballots were printed */
  groups: v.array(v.object({ group: v.string(), printed: v.number() })),
  printed: v.number(),
  counted: v.number(),
  aside: v.number(),
  waiting: v.array(v.object({ code: v.string(), mine: v.boolean(), differs: v.boolean() })),
  /** null: hands can not be counted with this method */
  hands: v.nullable(v.picklist(['one', 'several', 'answers'])),
  tables: v.array(
    v.object({
      table: v.number(),
      is: entryState,
      mine: v.boolean(),
      /** that were counted; 0 as long as nobody agreed */
      people: v.number(),
    }),
  ),
  /** how many can enter: with one alone nothing is counted */
  people: v.number(),
});

export type PrintPapers = v.InferOutput<typeof printPapers>;
export type PrintedPapers = v.InferOutput<typeof printedPapers>;
export type PrintedItem = v.InferOutput<typeof printedItem>;
export type EnterPaper = v.InferOutput<typeof enterPaper>;
export type SetPaperAside = v.InferOutput<typeof setPaperAside>;
export type EnterHands = v.InferOutput<typeof enterHands>;
export type PaperSeen = v.InferOutput<typeof paperSeen>;
export type EntryTaken = v.InferOutput<typeof entryTaken>;
export type PapersInfo = v.InferOutput<typeof papersInfo>;
