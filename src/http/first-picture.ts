import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { withoutStyleAttributes } from './style-attributes.ts';

/** What a page is drawn from on the server. */
export interface PictureWish {
  /** Path and query of the page. */
  address: string;
  /** What the desk answers this reader, by the path of each read. */
  answers: Readonly<Record<string, unknown>>;
  language: 'vi' | 'en';
  nonce: string;
}

/** What the build of the console leaves beside its pages: the markup of a page, made by the page's own parts. */
export interface Drawing {
  drawFirstPicture(wish: PictureWish): Promise<string>;
}

export type DrawPicture = (wish: PictureWish) => Promise<string>;

const patienceMs = 500;

/**
 * Draws the pages that were built into `directory`. Where that is without a drawing, or a drawing fails or takes longer than
 * half a second, there is no picture: the page draws itself, only later.
 */
export function openDrawing(directory: string, failed: (error: unknown) => void): DrawPicture {
  const path = pathToFileURL(join(directory, 'drawing', 'first-picture.js')).href;
  let opened: Promise<Drawing> | null = null;
  return async (wish) => {
    opened ??= import(path);
    const { promise: late, reject } = Promise.withResolvers<never>();
    const limit = setTimeout(() => reject(new Error(`${wish.address} was not drawn in time`)), patienceMs);
    try {
      const { drawFirstPicture } = await opened;
      return withoutStyleAttributes(await Promise.race([drawFirstPicture(wish), late]), wish.nonce);
    } catch (error) {
      failed(error);
      return '';
    } finally {
      clearTimeout(limit);
    }
  };
}
