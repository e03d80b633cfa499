import { Tag } from '../../components/tag.tsx';
import type { SignInState } from './sign-in-state.ts';
import { useSignInWords } from './sign-in-words.ts';

const tones = { none: 'neutral', invited: 'soon', in: 'met' } as const;

/** Whether somebody has a way in, in words; the colour only underlines them. */
export function SignInTag({ state }: { state: SignInState }) {
  return <Tag tone={tones[state]}>{useSignInWords().states[state]}</Tag>;
}
