import { Button, Group, Modal, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Refusal } from '../components/refusal.tsx';
import { usePhrases } from '../language/language.tsx';
import { orderAction } from './api.ts';
import { emptyOrder, OrderFields, type OrderValues, orderOf, orderRules } from './order-fields.tsx';
import { verificationQuery } from './queries.ts';
import { useVerificationWords } from './words.ts';

/** Orders a corrective action. */
export function OrderDialog({ reference, close }: { reference: string; close: () => void }) {
  const words = useVerificationWords();
  const phrases = usePhrases();
  const queryClient = useQueryClient();
  const order = useMutation({
    mutationFn: (values: OrderValues) => orderAction(reference, orderOf(values)),
    onSuccess: (after) => {
      queryClient.setQueryData(verificationQuery(reference).queryKey, after);
      close();
    },
  });
  const form = useForm<OrderValues>({ initialValues: emptyOrder, validate: orderRules(words) });
  return (
    <Modal opened onClose={close} title={words.order} closeButtonProps={{ 'aria-label': phrases.close }} centered>
      <form onSubmit={form.onSubmit((values) => order.mutate(values))}>
        <Stack gap="sm">
          <OrderFields propsOf={(field) => form.getInputProps(field)} />
          <Refusal error={order.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {phrases.cancel}
            </Button>
            <Button type="submit" loading={order.isPending}>
              {words.order}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
