/** What every wall says in its frame, at every moment: people come late. All of it already in the language of the room. */
export interface WallFrameTexts {
  /** Name of the session. */
  title: string;
  /** "3 van 9: ideeën schrijven". */
  phase: string;
  /** "Doe mee: bord.example". */
  join: string;
  /** "KRAS-7QXM". */
  code: string;
  /** "Wat vaststaat". */
  anchorsHeading: string;
  anchors: readonly string[];
  /** A word that stands on every screen: "PROEF". */
  mark?: string;
}

/** Ordinary, dim hall, or washed-out projector. */
export type WallVariant = 'light' | 'zaal' | 'contrast';

/** The class that sets the tokens of a variant (tokens.css). */
export const variantClass = (variant: WallVariant): string => (variant === 'light' ? '' : `kb-${variant}`);

/** ground: lobby, break. pitch: yellow. vote: green. auction: brick left, ground right. black: nothing at all. */
export type PosterGround = 'ground' | 'pitch' | 'vote' | 'auction' | 'black';
