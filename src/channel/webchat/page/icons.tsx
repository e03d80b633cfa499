import type { ReactNode } from 'react';

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export const SendIcon = () => (
  <Icon>
    <path d="M4 12 3 4.500a.8.8 0 0 1 1.150-.8l16.300 7.600a.8.8 0 0 1 0 1.400l-16.300 7.600A.8.8 0 0 1 3 19.500zm0 0h8" />
  </Icon>
);

export const ClipIcon = () => (
  <Icon>
    <path d="m20 11-8.500 8.500a5 5 0 0 1-7-7L13 4a3.300 3.300 0 0 1 4.700 4.700l-8.400 8.400a1.600 1.600 0 0 1-2.300-2.300l7.700-7.700" />
  </Icon>
);

export const DotsIcon = () => (
  <Icon>
    <path d="M12 5.500v.01M12 12v.01M12 18.500v.01" strokeWidth="3" />
  </Icon>
);

export const ReplyIcon = () => (
  <Icon>
    <path d="m9 7-5 5 5 5M4.500 12H14a6 6 0 0 1 6 6v1" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="m6 6 12 12M18 6 6 18" />
  </Icon>
);

export const DownIcon = () => (
  <Icon>
    <path d="M12 5v13m-6-6 6 6 6-6" />
  </Icon>
);

export const FileIcon = () => (
  <Icon>
    <path d="M14 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8zm0 0v5h5" />
  </Icon>
);

export const ClockIcon = () => (
  <Icon>
    <path d="M12 7v5l3 2M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z" />
  </Icon>
);

export const TickIcon = () => (
  <Icon>
    <path d="m5 12.500 4.500 4.500L19 7.500" />
  </Icon>
);

export const TwoTicksIcon = () => (
  <Icon>
    <path d="m2 12.500 4.500 4.500L16 7.500M11.500 16.500l.5.5L21.500 7.500" />
  </Icon>
);

/** Two bubbles: the enterprise's and the customs'. */
export const BotMark = () => (
  <svg className="bot-mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
    <rect width="40" height="40" rx="12" className="bot-mark-ground" />
    <path
      d="M9 12.500A3.500 3.500 0 0 1 12.500 9h10a3.500 3.500 0 0 1 3.500 3.500v6a3.500 3.500 0 0 1-3.500 3.500H16l-4.600 3.700c-.6.5-1.400.1-1.400-.7z"
      fill="#fff"
    />
    <path
      d="M28.500 15.500a3 3 0 0 1 2.500 3v12.300c0 .8-.9 1.200-1.500.7L25.300 28h-6.800a3 3 0 0 1-2.900-2.300l1-.8h7.400a4.500 4.500 0 0 0 4.500-4.500z"
      fill="#ffc94d"
    />
  </svg>
);
