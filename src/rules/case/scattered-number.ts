const smallestBlock = 1_000_000;
const rounds = 4;

/**
 * Turns 1, 2, 3 … into numbers in no order that somebody without the secret can tell, each once: a number that is missing
 * says nothing. Those below a million stay below it; later ones have as many digits as they had. `digest` is keyed with
 * the secret and answers a whole number below 2^32.
 */
export function scatteredNumber(ordinal: number, digest: (text: string) => number): number {
  if (!Number.isSafeInteger(ordinal) || ordinal < 1) throw new RangeError(`There is no number ${ordinal}`);
  const first = ordinal < smallestBlock ? 1 : 10 ** (String(ordinal).length - 1);
  const size = ordinal < smallestBlock ? smallestBlock - 1 : first * 9;
  const half = Math.ceil(Math.sqrt(size));
  let place = ordinal - first;
  // The square is a little larger than the block: what falls outside walks on until it is inside again.
  do place = shuffled(place, half, digest);
  while (place >= size);
  return first + place;
}

/** A permutation of the numbers below `half` squared (a Feistel network). */
function shuffled(place: number, half: number, digest: (text: string) => number): number {
  let left = Math.floor(place / half);
  let right = place % half;
  for (let round = 0; round < rounds; round += 1) {
    const next = (left + digest(`${round} ${right}`)) % half;
    left = right;
    right = next;
  }
  return left * half + right;
}
