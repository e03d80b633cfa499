/** The words under an album: those of its parts, one below the other. */
export function captionOf(parts: readonly { caption: string }[]): string {
  return parts
    .map(({ caption }) => caption)
    .filter((caption) => caption.trim() !== '')
    .join('\n');
}
