import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { dropReminder, type Reminder, remindersQuery } from './data.ts';

/** The officer's own reminder of this case, if one is set. */
export function useReminderOf(reference: string): Reminder | undefined {
  return useQuery(remindersQuery).data?.find((each) => each.reference === reference);
}

export function useDropReminder() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: dropReminder,
    onSettled: () => queryClient.invalidateQueries({ queryKey: remindersQuery.queryKey }),
  });
}
