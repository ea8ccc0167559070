/** How provisions read on the screen. Pure. */
import type { Provision } from '../../../shared/domain/provision.ts';

/** `2375 (2017) ¶11` */
export function provisionMark({ resolution, paragraph }: Pick<Provision, 'resolution' | 'paragraph'>): string {
  return `${resolution} ¶${paragraph}`;
}

/** `aviation-fuel` → `aviation fuel`; the vocabulary's own short forms keep their capitals. */
export function topicWords(topic: string): string {
  return topic.replaceAll('-', ' ').replace(/\b(dprk|wmd|un|hs|lpg|imo|ais|sts)\b/g, word => word.toUpperCase());
}

/** The one sentence that stands wherever a provision is shown: ours is a pointer, never the law. */
export const verifySentence = 'Verify against the resolution: the summary is ours, not its text.';
