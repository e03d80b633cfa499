import { Button, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import type { CannedReplyView } from '../../../http/canned-reply-routes.ts';
import { FormDialog } from '../parts/form-dialog.tsx';
import styles from './canned-replies.module.css';
import { saveCannedReply } from './data.ts';
import { Preview } from './preview.tsx';
import { useCannedDeed } from './use-canned-deed.ts';
import { unknownVariables, variables, withVariable } from './variables.ts';
import { useCannedWords } from './words.ts';

interface ReplyFormProps {
  /** Null for a new one. */
  reply: CannedReplyView | null;
  /** For whom the person may keep replies. */
  choices: readonly { value: string; label: string }[];
  done: (id: number) => void;
  close: () => void;
}

/** The words of a canned reply, with what an enterprise would read beside them. */
export function ReplyForm({ reply, choices, done, close }: ReplyFormProps) {
  const words = useCannedWords();
  const [code, setCode] = useState(reply?.code ?? '');
  const [title, setTitle] = useState(reply?.title ?? '');
  const [body, setBody] = useState(reply?.body ?? '');
  const [unit, setUnit] = useState(reply === null ? (choices[0]?.value ?? '') : String(reply.unitId ?? ''));
  const field = useRef<HTMLTextAreaElement>(null);
  const saving = useCannedDeed(saveCannedReply, (id) => {
    done(id);
    close();
  });
  const unknown = unknownVariables(body);

  function insert(name: (typeof variables)[number]): void {
    const area = field.current;
    const from = area?.selectionStart ?? body.length;
    const { body: next, caret } = withVariable(body, { from, until: area?.selectionEnd ?? from, name });
    setBody(next);
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(caret, caret);
    });
  }

  return (
    <FormDialog
      title={reply === null ? words.create : `/${reply.code}`}
      size="xl"
      mutation={saving}
      isReady={[code, title, body].every((text) => text.trim() !== '')}
      save={() =>
        saving.mutate({ id: reply?.id ?? null, code, title, body, unitId: unit === '' ? null : Number(unit) })
      }
      close={close}
    >
      <div className={styles.sides}>
        <TextInput
          label={words.code}
          description={words.codeHint}
          leftSection="/"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value.toLowerCase())}
        />
        <Stack gap="sm" justify="flex-end">
          <Select
            label={words.unit}
            searchable
            allowDeselect={false}
            data={[...choices]}
            value={unit}
            onChange={(value) => setUnit(value ?? '')}
          />
        </Stack>
      </div>
      <TextInput label={words.name} value={title} onChange={(event) => setTitle(event.currentTarget.value)} />
      <div className={styles.sides}>
        <Stack gap={6}>
          <Textarea
            ref={field}
            label={words.body}
            autosize
            minRows={7}
            maxRows={14}
            value={body}
            error={unknown.length > 0 ? words.unknown(unknown.map((name) => `{${name}}`).join(', ')) : null}
            onChange={(event) => setBody(event.currentTarget.value)}
          />
          <div className={styles.insert}>
            {words.insert}
            {variables.map((name) => (
              <Button key={name} size="compact-xs" variant="default" onClick={() => insert(name)}>
                {words.variables[name]}
              </Button>
            ))}
          </div>
        </Stack>
        <Preview body={body} />
      </div>
    </FormDialog>
  );
}
