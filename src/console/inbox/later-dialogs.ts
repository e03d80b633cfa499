import { lazy } from 'react';

/** What the list opens on a press, loaded then. */
export const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialogs.tsx')).BulkDialog }));
export const CardMenu = lazy(async () => ({ default: (await import('./card-menu.tsx')).CardMenu }));
export const ReminderDialog = lazy(async () => ({
  default: (await import('../reminders/reminder-dialog.tsx')).ReminderDialog,
}));
export const LabelDialog = lazy(async () => ({ default: (await import('../labels/label-dialog.tsx')).LabelDialog }));
export const LabelOneDialog = lazy(async () => ({
  default: (await import('../labels/label-one-dialog.tsx')).LabelOneDialog,
}));
export const loadFilterPopover = () => import('./filter-popover.tsx');
export const FilterPopover = lazy(async () => ({ default: (await loadFilterPopover()).FilterPopover }));
export const KeepFilter = lazy(async () => ({ default: (await import('./keep-filter.tsx')).KeepFilter }));
