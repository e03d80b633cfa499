/** For messages that carry no file. */
export async function noFiles(): Promise<null> {
  return null;
}
