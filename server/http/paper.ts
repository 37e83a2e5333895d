/**
 * A ballot paper on its way to a hall. With 1,500 cards it is 390 KB, the same for everybody but for its last words: whether
 * one votes, and what. So the common part is checked, written and packed once; what is one's own is packed behind it.
 */
import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, deflateRawSync } from 'node:zlib';
import * as v from 'valibot';
import { ballotPaper, type BallotPaper } from '../../shared/api.ts';

/** The common part of a paper: its JSON without the last brace. */
interface Common {
  text: Buffer;
  /** made when somebody asks */
  packed: Promise<Buffer> | null;
}

/** RFC 1952: gzip, deflate, no flags, no time, any system. */
const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
/** RFC 1951 ends a block on a whole byte there, and another may follow. */
const openEnd = { finishFlush: constants.Z_SYNC_FLUSH };
const deflate = promisify<Buffer, object, Buffer>(deflateRaw);

export class Papers {
  /** by the list of items, which is another one as soon as anything in it is */
  readonly #common = new WeakMap<BallotPaper['items'], { state: string; common: Common }>();

  /** The JSON of a paper, packed when asked. Throws when it is not what the API promises. */
  async write(paper: BallotPaper, gzip: boolean): Promise<Buffer<ArrayBuffer>> {
    const { ballot, eligible, standing, needs, first } = v.parse(ballotPaper, { ...paper, items: [] });
    const common = this.#commonOf(paper);
    const { text } = common;
    const own = Buffer.from(`,${JSON.stringify({ ballot, eligible, standing, needs, first }).slice(1)}`);
    if (!gzip) return Buffer.concat([text, own]);
    const end = Buffer.alloc(8);
    end.writeUInt32LE(crc32(own, crc32(text)), 0);
    end.writeUInt32LE(text.length + own.length, 4);
    common.packed ??= deflate(text, openEnd);
    return Buffer.concat([head, await common.packed, deflateRawSync(own), end]);
  }

  #commonOf({ ballot: _, eligible: __, standing: ___, needs: ____, first: _____, ...paper }: BallotPaper): Common {
    const state = `${paper.phase}:${paper.run} ${paper.state}`;
    const known = this.#common.get(paper.items);
    if (known?.state === state) return known.common;
    const blank = { ...paper, ballot: null, eligible: false, standing: 'none' };
    const { ballot: _b, eligible: _e, standing: _s, ...read } = v.parse(ballotPaper, blank);
    const text = Buffer.from(JSON.stringify(read).slice(0, -1));
    const common = { text, packed: null };
    this.#common.set(paper.items, { state, common });
    return common;
  }
}
