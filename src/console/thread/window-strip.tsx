import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ChannelIcon } from '../components/channel-icon.tsx';
import { Icon } from '../components/icons.tsx';
import { useLanguage } from '../language/language.tsx';
import { useDeskNow } from '../time/desk-time.ts';
import { duration } from '../time/durations.ts';
import { moment } from '../time/moments.ts';
import { outlookQuery } from './attach-upload.ts';
import styles from './window-strip.module.css';
import { type Chat, useWindowWords } from './window-words.ts';

/** Above the field: whether the platform lets us answer now, until when, and what becomes of the answer if not. */
export function WindowStrip({ reference }: { reference: string }) {
  const words = useWindowWords();
  const { data, refetch } = useQuery(outlookQuery(reference));
  const changesAt = data?.chat?.changesAt ?? null;
  const now = useDeskNow(changesAt);
  const isOver = changesAt !== null && Date.parse(changesAt) <= now;
  useEffect(() => {
    if (isOver) void refetch();
  }, [isOver, refetch]);

  // Its place is kept, so that the field does not move once the answer is there.
  if (data === undefined) return <p className={styles.strip} aria-hidden="true" />;
  if (data.chat === null)
    return (
      <p className={styles.strip} data-tone="overdue">
        <Icon name="warning" size={14} /> {words.noChat}
      </p>
    );
  return <Standing chat={data.chat} now={now} />;
}

function Standing({ chat, now }: { chat: Chat; now: number }) {
  const words = useWindowWords();
  const sentences = useSentences(chat, now);
  const tone = {
    here: chat.state === 'charged' ? 'soon' : 'plain',
    elsewhere: 'soon',
    waits: 'soon',
    fails: 'overdue',
  }[chat.sends];
  return (
    <output className={styles.strip} data-tone={tone} aria-label={words.strip}>
      {tone === 'plain' ? <ChannelIcon channel={chat.channel} /> : <Icon name="warning" size={14} />}
      <span>{sentences}</span>
    </output>
  );
}

function useSentences(chat: Chat, now: number): string {
  const words = useWindowWords();
  const { phrases, language } = useLanguage();
  const { state, changesAt, wroteAt, sends, elsewhere, knock } = chat;
  const channel = phrases.channels[chat.channel];
  const what = () => {
    switch (state) {
      case 'open':
      case 'charged': {
        if (changesAt === null) return chat.channel === 'webchat' ? words.page(channel) : words.any(channel);
        const ends = Date.parse(changesAt);
        const left = duration(Math.max(0, ends - now), phrases.units);
        return words[state === 'open' ? 'free' : 'charged'](channel, moment(ends, now, language), left);
      }
      case 'closed':
        return words.closed(channel, wroteAt === null ? null : moment(Date.parse(wroteAt), now, language));
      case 'blocked':
        return words.blocked(channel);
      case 'off':
        return words.off(channel);
    }
  };
  const then = {
    here: '',
    elsewhere: elsewhere === null ? '' : words.elsewhere(phrases.channels[elsewhere]),
    waits: words.waits[knock],
    fails: state === 'off' ? words.failsOff : words.fails,
  }[sends];
  return `${what()} ${then}`.trim();
}
