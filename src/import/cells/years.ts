// No agreement, unit or declaration is older; a year beyond is a slip of the pen.
export const firstYear = 1990;
export const lastYear = 2099;
