// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Section } from '../../../renderer/ui/index.ts';

test('a section that can be folded no more shows what it holds', () => {
  const { rerender } = render(
    <Section title="Redaction" folded>
      words
    </Section>,
  );
  expect(screen.queryByText('words')).toBeNull();
  rerender(<Section title="Redaction">words</Section>);
  expect(screen.getByText('words')).toBeTruthy();
});
