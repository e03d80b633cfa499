import type { SharedInfo } from '../shared-info.ts';
import type { Attachment } from './attachments.ts';

/** One event of an Official Account's webhook. */
export type OaEvent =
  | ChatEvent
  | PersonEvent
  | AnonymousEvent
  | GroupEvent
  | AccountEvent
  | TemplateEvent
  | UnknownEvent
  | MalformedEvent;

export interface Occurrence {
  /** The platform's own name. */
  readonly eventName: string;
  readonly occurredAt?: Date;
  /** The account concerned; one app's webhook serves all accounts that granted it. */
  readonly oaId?: string;
}

export interface OfPerson extends Occurrence {
  readonly userId: string;
  readonly userIdByApp?: string;
}

interface Said {
  readonly messageId: string;
  readonly text?: string;
  readonly attachments: readonly Attachment[];
  readonly quotedMessageId?: string;
}

export type ChatEvent =
  /** The person wrote. Pressing a query button arrives in the same way. */
  | (OfPerson & Said & { readonly kind: 'message' })
  /** The account wrote, through the API as well. `adminId` is there only when a human typed it in Zalo's own tool. */
  | (OfPerson & Said & { readonly kind: 'echo'; readonly adminId?: string })
  | (OfPerson & { readonly kind: 'received'; readonly messageId: string })
  | (OfPerson & { readonly kind: 'seen'; readonly messageIds: readonly string[] })
  | (OfPerson & {
      readonly kind: 'reaction';
      readonly by: 'person' | 'account';
      readonly messageId: string;
      readonly icon?: string;
    });

export type PersonEvent =
  | (OfPerson & { readonly kind: 'follow' | 'unfollow'; readonly source?: string })
  /** The person opened the chat, once for each account. */
  | (OfPerson & { readonly kind: 'chatNow' })
  /** The person answered a request for their details. A claim: they could edit it. */
  | (OfPerson & { readonly kind: 'userInfo'; readonly info: SharedInfo })
  /** The person withdraws consent: erase what was kept. */
  | (OfPerson & { readonly kind: 'withdrawal' })
  | (OfPerson & { readonly kind: 'userUpdated'; readonly raw: unknown })
  | (OfPerson & { readonly kind: 'widgetAccepted'; readonly userExternalId?: string; readonly url?: string })
  | (Occurrence & { readonly kind: 'widgetSyncFailed'; readonly raw: unknown })
  | (OfPerson & { readonly kind: 'call'; readonly step: CallStep; readonly raw: unknown })
  | (Occurrence & {
      readonly kind: 'tag';
      readonly change: 'added' | 'removed' | 'deleted';
      readonly tagName?: string;
      readonly userIds: readonly string[];
    });

export type CallStep = 'consentAsked' | 'consentAnswered' | 'personCalled' | 'accountCalled';

/** A visitor of a web page with the account's widget, who has not signed in. */
export type AnonymousEvent = Occurrence &
  Said & {
    readonly kind: 'anonymousMessage' | 'anonymousEcho';
    readonly anonymousId: string;
    readonly conversationId?: string;
  };

export type GroupEvent =
  | (Occurrence &
      Said & { readonly kind: 'groupMessage' | 'groupEcho'; readonly groupId: string; readonly senderId: string })
  /** Anything else in a group chat: members and admins coming and going, settings. */
  | (Occurrence & { readonly kind: 'groupChanged'; readonly groupId?: string; readonly raw: unknown });

export type AccountEvent = Occurrence & {
  /** `permissionRevoked`: the account took its grant back, and no call will work until it grants again. */
  readonly kind: 'permissionRevoked' | 'extensionPurchased' | 'shopOrder';
  readonly raw: unknown;
};

export type TemplateEvent =
  /** A template message has reached a phone. `recipient` is a phone number or its hash. */
  | (OfTemplate & { readonly kind: 'templateReceived'; readonly recipient?: string; readonly deliveredAt?: Date })
  | (OfTemplate & {
      readonly kind: 'templateFeedback';
      readonly rate?: number;
      readonly note?: string;
      readonly feedbacks: readonly string[];
      readonly submittedAt?: Date;
    })
  | (OfTemplate & { readonly kind: 'templateResponse'; readonly data?: string; readonly submittedAt?: Date })
  | (Occurrence & {
      readonly kind: 'templateStatus';
      readonly templateId?: string;
      readonly before?: string;
      readonly after?: string;
      readonly reason?: string;
    })
  | (Occurrence & { readonly kind: 'dailyQuota'; readonly before?: number; readonly after?: number })
  /** Tags, quality or quota of a template, or a step of a journey. */
  | (Occurrence & { readonly kind: 'templateChanged'; readonly templateId?: string; readonly raw: unknown });

interface OfTemplate extends Occurrence {
  readonly messageId: string;
  readonly trackingId?: string;
}

/** An event of a name that is not in the catalogue. */
export interface UnknownEvent extends Occurrence {
  readonly kind: 'unknown';
  readonly raw: unknown;
}

/** Not an event at all, or one without what its name promises. */
export interface MalformedEvent {
  readonly kind: 'malformed';
  readonly eventName?: string;
  readonly raw: unknown;
}
