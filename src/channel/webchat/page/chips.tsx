import { fileAddress } from './api.ts';
import { isPicture, sizeOf } from './attachments.tsx';
import { CloseIcon, FileIcon } from './icons.tsx';
import { useLanguage } from './language.tsx';
import type { Pending } from './use-pending.ts';

/** The files that will go with the next message. */
export function Chips({ pending }: { pending: Pending }) {
  const { words } = useLanguage();
  if (pending.items.length === 0 && pending.problem === null) return null;
  return (
    <div className="chips-area">
      {pending.problem !== null && (
        <p className="problem" role="alert">
          {words[pending.problem]}
        </p>
      )}
      <ul className="chips">
        {pending.items.map(({ key, name, size, share, problem, uploaded }) => (
          <li key={key} className={problem === null ? 'chip' : 'chip failed'}>
            {uploaded !== null && isPicture(uploaded) ? <img src={fileAddress(uploaded.ref)} alt="" /> : <FileIcon />}
            <span className="chip-words">
              <span className="chip-name">{name}</span>
              {problem === null ? (
                <span className="small quiet">{sizeOf(size)}</span>
              ) : (
                <span className="small problem" role="alert">
                  {problem || words.uploadFailed}
                </span>
              )}
              {uploaded === null && problem === null && (
                <progress max={1} value={share} aria-label={`${words.uploading} ${name}`} />
              )}
            </span>
            <button
              type="button"
              className="icon-button"
              aria-label={`${words.remove}: ${name}`}
              onClick={() => pending.remove(key)}
            >
              <CloseIcon />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
