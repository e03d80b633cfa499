import { idByApp } from './ids.ts';
import type { User } from './world.ts';

export interface PersonOptions {
  name?: string;
  /** As people write it; kept in the form 84…. */
  phone?: string;
  /** A person who only uses a computer confirms nothing. */
  onMobile?: boolean;
}

/** A person on Zalo who has not met the Official Account yet. */
export function newUser(id: string, { name = 'Nguyễn Thị An', phone, onMobile = true }: PersonOptions): User {
  return {
    id,
    idByApp: idByApp(id),
    name,
    phone: phone === undefined ? null : phone.replaceAll(/\D/g, '').replace(/^0/, '84'),
    onMobile,
    follows: false,
    clickedChatNow: false,
    refusesWith: null,
    lastInteractionAt: null,
    alias: '',
    externalId: '',
    sharedInfo: {},
    tags: new Set(),
    timeline: [],
    received: [],
    unseen: [],
    reactions: new Map(),
    listeners: new Set(),
  };
}
