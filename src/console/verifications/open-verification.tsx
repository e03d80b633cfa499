import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Icon } from '../components/icons.tsx';
import { useVerificationWords } from './words.ts';

/** From a case to what is verified about it. */
export function OpenVerification({ reference }: { reference: string }) {
  const words = useVerificationWords();
  return (
    <Button
      component={Link}
      to={`/verifications/${reference}`}
      size="compact-sm"
      variant="default"
      leftSection={<Icon name="shield" size={15} />}
    >
      {words.open}
    </Button>
  );
}
