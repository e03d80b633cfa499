import { lazy } from 'react';

/** What the list opens on a press, loaded then. */
export const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialogs.tsx')).BulkDialog }));
export const CardMenu = lazy(async () => ({ default: (await import('./card-menu.tsx')).CardMenu }));
export const ReminderDialog = lazy(async () => ({
  default: (await import('../reminders/reminder-dialog.tsx')).ReminderDialog,
}));
export const KeepFilter = lazy(async () => ({ default: (await import('./keep-filter.tsx')).KeepFilter }));
