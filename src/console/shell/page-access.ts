import type { RegisteredRouter } from '@tanstack/react-router';
import type { SessionView } from '../../http/views.ts';

// The addresses as they are written; the router also knows those of lists without an entry, with a stroke behind them.
type PageAddress = Exclude<keyof RegisteredRouter['routesByPath'], `/${string}/`>;
type Permission = SessionView['permissions'][number];

/**
 * What somebody needs to open each page: the same permissions that the server asks for what the page reads. A new page
 * has to be named here before the console compiles.
 */
const needed: Record<PageAddress, Permission | 'nothing'> = {
  '/': 'nothing',
  '/sign-in': 'nothing',
  '/invitation': 'nothing',
  '/account': 'nothing',
  '/alerts': 'nothing',
  '/cases': 'nothing',
  '/cases/$reference': 'nothing',
  '/library': 'nothing',
  '/library/$code': 'nothing',
  '/library/$code/changes': 'nothing',
  '/library/changes': 'nothing',
  '/library/drafts': 'keepLibrary',
  '/library/drafts/$id': 'keepLibrary',
  '/library/look-ups': 'keepLibrary',
  '/today': 'seeFigures',
  '/wall': 'seeFigures',
  '/compliance': 'seeFigures',
  '/ratings': 'readRatings',
  '/ratings/me': 'nothing',
  '/ratings/flags': 'readRatingFlags',
  '/verifications': 'followVerifications',
  // Whoever was chosen to verify reads it, whatever the role.
  '/verifications/$reference': 'nothing',
  '/corrective-actions': 'nothing',
  '/oversight/views': 'readViews',
  '/links': 'keepLinks',
  '/enterprises': 'keepLinks',
  '/administration/permissions': 'readPermissions',
  '/administration/policies': 'approvePolicies',
  '/administration/canned-replies': 'keepCannedReplies',
  '/administration/labels': 'keepLabels',
  '/administration/units': 'administer',
  '/administration/officers': 'administer',
  '/administration/roster': 'administer',
  '/administration/responsibilities': 'administer',
  '/administration/calendars': 'administer',
  '/administration/channels': 'administer',
  '/administration/imports': 'administer',
  '/administration/audit': 'readAuditLog',
  '/troubles': 'lookAfterDelivery',
  '/api-keys': 'administer',
  '/data-requests': 'administer',
  '/assistant': 'administer',
};

/** Whether the session's officer opens the page; addresses that are no page of ours are not refused but not found. */
export function mayOpen(session: SessionView, address: string): boolean {
  const page = address.length > 1 && address.endsWith('/') ? address.slice(0, -1) : address;
  const permission = Object.entries(needed).find(([each]) => each === page)?.[1] ?? 'nothing';
  return permission === 'nothing' || session.permissions.includes(permission);
}
