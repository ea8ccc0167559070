/** Signs, left by the program itself, that a picture was made or filled in by a machine. Their absence says nothing. */
import { type PictureTags, type TagGroup, wordsOf } from './readTags.ts';

/** IPTC's terms for where a picture's pixels come from, which honest programs set. */
const SOURCE_TYPES: [term: RegExp, words: string][] = [
  [/compositeWithTrainedAlgorithmicMedia/i, 'a picture with parts made by a trained model (IPTC source type)'],
  [/trainedAlgorithmicMedia/i, 'a trained model (IPTC source type)'],
  [/algorithmicMedia/i, 'an algorithm (IPTC source type)'],
];

/** Programs that name themselves, wherever they do. */
const PROGRAMS: [name: RegExp, words: string][] = [
  [/stable[\s-]?diffusion|sd-metadata|automatic1111|invokeai/i, 'Stable Diffusion'],
  [/comfyui/i, 'ComfyUI'],
  [/midjourney|\bJob ID: [0-9a-f-]{36}/i, 'Midjourney'],
  [/dall[·.\s-]?e\b/i, 'DALL·E'],
  [/novelai/i, 'NovelAI'],
  [/adobe firefly/i, 'Adobe Firefly'],
  [/made with google ai|imagen\b|\bgemini\b/i, 'Google AI'],
  [/gpt-4o|gpt-image|chatgpt/i, 'an OpenAI model'],
];

/** What text-to-image programs write into PNG for their own use. */
const PROMPT_KEYS: Record<string, string> = {
  parameters: 'Stable Diffusion',
  prompt: 'ComfyUI',
  workflow: 'ComfyUI',
  invokeai_metadata: 'Stable Diffusion',
  'sd-metadata': 'Stable Diffusion',
  Dream: 'Stable Diffusion',
};

export function namesOfMakers({ exif, iptc, xmp, text }: PictureTags): string | undefined {
  const found = new Set<string>();
  const sourceType = wordsOf(xmp, 'DigitalSourceType') ?? '';
  const term = SOURCE_TYPES.find(([pattern]) => pattern.test(sourceType));
  if (term !== undefined) found.add(term[1]);
  const said = [
    ...wordsIn(exif, 'Software', 'ImageDescription', 'UserComment', 'Make', 'Model', 'Artist'),
    ...wordsIn(iptc, 'Credit', 'Source', 'By-line', 'Special Instructions', 'Writer/Editor'),
    ...wordsIn(xmp, 'CreatorTool', 'Credit', 'creator', 'description', 'Software', 'AISystemUsed'),
    ...wordsIn(text, 'Software', 'Description', 'Author', 'Source', 'Title', 'Comment'),
  ];
  for (const words of said) for (const [pattern, name] of PROGRAMS) if (pattern.test(words)) found.add(name);
  for (const [key, name] of Object.entries(PROMPT_KEYS)) {
    const prompt = wordsOf(text, key);
    if (prompt !== undefined && looksLikePrompt(prompt)) found.add(name);
  }
  if (/\bSteps: \d+, Sampler: /.test(wordsOf(exif, 'UserComment') ?? '')) found.add('Stable Diffusion');
  return found.size === 0 ? undefined : [...found].join(', ');
}

/** A chunk called "parameters" may be anybody's; a sampler and a number of steps, or a graph of nodes, are not. */
function looksLikePrompt(text: string): boolean {
  return /\bSteps: \d+|"class_type"|"inputs"|\bsampler\b|"nodes"/i.test(text);
}

function wordsIn(group: TagGroup, ...names: string[]): string[] {
  return names.map(name => wordsOf(group, name)).filter(words => words !== undefined);
}
