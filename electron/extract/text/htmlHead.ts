/** What an HTML document says about itself: title, language and the metadata that matter as evidence. */

export interface HtmlHead {
  title: string;
  language: string;
  metadata: Record<string, string>;
}

/** Names in `<meta name=…>` and `<meta property=…>`, and what we call them. */
const META_NAMES: Record<string, string> = {
  author: 'author',
  'article:author': 'author',
  description: 'description',
  keywords: 'keywords',
  generator: 'generator',
  'article:published_time': 'published',
  'article:modified_time': 'modified',
  date: 'published',
  'dc.date': 'published',
  'dc.creator': 'author',
  'og:site_name': 'site',
  'og:url': 'url',
  'og:title': 'sharedTitle',
  'og:description': 'description',
  'og:type': 'pageType',
  'og:image': 'sharedPicture',
  'og:updated_time': 'modified',
  'twitter:creator': 'author',
  'dcterms.created': 'published',
  'dcterms.modified': 'modified',
  datepublished: 'published',
  datemodified: 'modified',
  pubdate: 'published',
  publisher: 'publisher',
  'article:publisher': 'publisher',
  copyright: 'rights',
  'last-modified': 'modified',
};
const MAX_TITLE_CHARS = 2000;

export function openHtmlHead() {
  let title = '';
  let inTitle = false;
  let language = '';
  const metadata: Record<string, string> = {};
  return {
    open(name: string, attributes: Record<string, string>): void {
      if (name === 'title' && title === '') inTitle = true;
      else if (name === 'html' && language === '') language = attributes.lang ?? attributes['xml:lang'] ?? '';
      else if (name === 'link' && attributes.rel === 'canonical' && attributes.href !== undefined)
        metadata.url ??= attributes.href;
      else if (name === 'meta' && attributes.content !== undefined) {
        const known =
          META_NAMES[
            (
              attributes.name ??
              attributes.property ??
              attributes.itemprop ??
              attributes['http-equiv'] ??
              ''
            ).toLowerCase()
          ];
        if (known !== undefined) metadata[known] ??= attributes.content;
      }
    },
    text(data: string): void {
      if (inTitle && title.length < MAX_TITLE_CHARS) title += data;
    },
    close(name: string): void {
      if (name === 'title') inTitle = false;
    },
    result: (): HtmlHead => ({ title: title.replace(/\s+/g, ' ').trim(), language, metadata }),
  };
}

/** The encoding that an HTML document declares near its beginning. */
export function declaredInHtml(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 8192)).replace(/<!--[\s\S]*?-->/g, '');
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1]
  );
}
