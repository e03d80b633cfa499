const heading = 'Không gửi được tệp ';

/** The file that could not be sent, as a line of what is wrong with a message whose words have arrived. */
export function fileProblem(name: string, because: string): string {
  return `${heading}“${name}”: ${because.replaceAll('\n', ' ')}`;
}

/** What is wrong with a message now, below the files that were given up before; null when nothing is. */
export function withFileProblems(before: string | null, problem: string | null): string | null {
  const files = (before ?? '').split('\n').filter((line) => line.startsWith(heading));
  const lines = problem === null ? files : [...files, problem];
  return lines.length === 0 ? null : lines.join('\n');
}
