import { Button, Group, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ActionView } from '../../http/verification-views.ts';
import { Refusal } from '../components/refusal.tsx';
import { usePhrases } from '../language/language.tsx';
import { checkAction } from './api.ts';
import { emptyOrder, OrderFields, type OrderValues, orderOf, orderRules } from './order-fields.tsx';
import { verificationQuery } from './queries.ts';
import { useVerificationWords } from './words.ts';

interface CheckValues extends OrderValues {
  effect: 'yes' | 'no';
  note: string;
  next: 'action' | 'raise';
}

/** Says whether an action helped; one that did not is followed by another, or goes up. */
export function CheckDialog({
  reference,
  action,
  close,
}: {
  reference: string;
  action: ActionView;
  close: () => void;
}) {
  const words = useVerificationWords();
  const phrases = usePhrases();
  const queryClient = useQueryClient();
  const check = useMutation({
    mutationFn: (values: CheckValues) => {
      const found = { isEffective: values.effect === 'yes', note: values.note.trim() };
      if (found.isEffective) return checkAction(reference, action.id, found);
      return checkAction(reference, action.id, { ...found, next: values.next === 'raise' ? 'raise' : orderOf(values) });
    },
    onSuccess: (after) => {
      queryClient.setQueryData(verificationQuery(reference).queryKey, after);
      close();
    },
  });
  const order = orderRules(words);
  const orders = ({ effect, next }: CheckValues) => effect === 'no' && next === 'action';
  const form = useForm<CheckValues>({
    initialValues: { ...emptyOrder, effect: 'yes', note: '', next: 'action' },
    validate: {
      note: (value) => (value.trim() === '' ? words.needed : null),
      what: (value, values) => (orders(values) ? order.what(value) : null),
      ownerId: (value, values) => (orders(values) ? order.ownerId(value) : null),
      dueOn: (value, values) => (orders(values) ? order.dueOn(value) : null),
    },
  });
  return (
    <Modal opened onClose={close} title={words.check} closeButtonProps={{ 'aria-label': phrases.close }} centered>
      <form onSubmit={form.onSubmit((values) => check.mutate(values))}>
        <Stack gap="sm">
          <p>{action.what}</p>
          <Radio.Group aria-label={words.check} {...form.getInputProps('effect')}>
            <Group gap="md">
              <Radio value="yes" label={words.effective} />
              <Radio value="no" label={words.notEffective} />
            </Group>
          </Radio.Group>
          <Textarea label={words.checkNote} autosize minRows={2} {...form.getInputProps('note')} />
          {form.values.effect === 'no' && (
            <Radio.Group label={words.next} {...form.getInputProps('next')}>
              <Group gap="md" mt={4}>
                <Radio value="action" label={words.nextAction} />
                <Radio value="raise" label={words.nextRaise} />
              </Group>
            </Radio.Group>
          )}
          {orders(form.values) && <OrderFields propsOf={(field) => form.getInputProps(field)} />}
          <Refusal error={check.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {phrases.cancel}
            </Button>
            <Button type="submit" loading={check.isPending}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
