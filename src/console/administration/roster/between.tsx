import { Button, Group } from '@mantine/core';
import type { ReactNode } from 'react';

interface Way {
  label: string;
  show: () => void;
}

/** What is shown, between the ways to what was before and what comes after: on one line, on a telephone too. */
export function Between({ previous, next, children }: { previous: Way; next: Way; children: ReactNode }) {
  return (
    <Group gap={8} wrap="nowrap">
      <Button variant="default" px={10} onClick={previous.show}>
        {previous.label}
      </Button>
      <strong className="figures">{children}</strong>
      <Button variant="default" px={10} onClick={next.show}>
        {next.label}
      </Button>
    </Group>
  );
}
