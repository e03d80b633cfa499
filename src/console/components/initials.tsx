import styles from './initials.module.css';

const companyWords = new Set(['công', 'ty', 'cp', 'cổ', 'phần', 'tnhh', 'mtv', 'một', 'thành', 'viên', 'và']);

/** Two letters for a person or an enterprise: the telling words, not "Công ty". */
export function Initials({ name, small = false }: { name: string; small?: boolean }) {
  return (
    <span aria-hidden="true" className={`${styles.initials} ${small ? styles.small : ''}`} title={name}>
      {initialsOf(name)}
    </span>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/[\s.,&-]+/).filter((word) => word !== '');
  const telling = words.filter((word) => !companyWords.has(word.toLocaleLowerCase('vi')));
  const [first, ...others] = telling.length > 0 ? telling : words;
  return `${first?.[0] ?? '?'}${others.at(-1)?.[0] ?? ''}`.toLocaleUpperCase('vi');
}
