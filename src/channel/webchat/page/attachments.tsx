import type { ChatFileView } from '../view.ts';
import { fileAddress } from './api.ts';
import { FileIcon } from './icons.tsx';
import { useLanguage } from './language.tsx';

export function Attachments({ files }: { files: readonly ChatFileView[] }) {
  return (
    <ul className="attachments">
      {files.map((file) => (
        <li key={file.ref}>{isPicture(file) ? <Picture file={file} /> : <Document file={file} />}</li>
      ))}
    </ul>
  );
}

export function isPicture({ mediaType }: Pick<ChatFileView, 'mediaType'>): boolean {
  return mediaType?.startsWith('image/') === true;
}

function Picture({ file }: { file: ChatFileView }) {
  const { words } = useLanguage();
  return (
    <a className="picture" href={fileAddress(file.ref)} target="_blank" rel="noopener">
      <img src={fileAddress(file.ref)} alt={`${words.image}: ${file.name}`} loading="lazy" />
    </a>
  );
}

function Document({ file }: { file: ChatFileView }) {
  return (
    <a className="document" href={fileAddress(file.ref)} download={file.name}>
      <FileIcon />
      <span className="document-name">{file.name}</span>
      <span className="small">{sizeOf(file.size)}</span>
    </a>
  );
}

export function sizeOf(bytes: number | null): string {
  if (bytes === null) return '';
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace('.', ',')} MB`;
}
