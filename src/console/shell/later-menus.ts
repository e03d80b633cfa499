import { lazy } from 'react';

/** The menus of the rail, loaded once the page stands. */
export const loadMorePages = async () => ({ default: (await import('./more-pages.tsx')).MorePages });
export const loadProfileMenu = async () => ({ default: (await import('./profile-menu.tsx')).ProfileMenu });
export const MorePages = lazy(loadMorePages);
export const ProfileMenu = lazy(loadProfileMenu);
