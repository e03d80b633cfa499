import { Button } from '@mantine/core';
import './print.css';
import { useManagerWords } from './words.ts';

/** Prints the page as it is, or keeps it as a PDF. */
export function PrintButton() {
  const words = useManagerWords();
  return (
    <Button size="compact-sm" variant="default" onClick={() => window.print()}>
      {words.print}
    </Button>
  );
}
