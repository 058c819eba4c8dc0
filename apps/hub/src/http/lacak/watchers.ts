import type { Response } from 'express';

/** What a page that was rendered before may not show yet. */
interface Rendered {
  version: string;
  html: string;
}

export interface Page {
  complaintId: string;
  /** How the page is rendered for this one: pages of one kind get the same bytes. */
  kind: string;
  render: () => Promise<Rendered | undefined>;
  /** What the page shows already. */
  seen: string;
  response: Response;
}

/** Between 2 and 5 s, so that pages that lost one process do not all come to the next in one moment. */
const retryMs = (): number => 2_000 + Math.floor(Math.random() * 3_000);

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
};

/** The open pages of this process, by the complaint that they show. */
export class Watchers {
  private readonly pages = new Map<string, Set<Page>>();
  private total = 0;

  get count(): number {
    return this.total;
  }

  get complaintIds(): string[] {
    return [...this.pages.keys()];
  }

  has(complaintId: string): boolean {
    return this.pages.has(complaintId);
  }

  add(page: Page): void {
    const { complaintId, response } = page;
    const known = this.pages.get(complaintId);
    if (known) known.add(page);
    else this.pages.set(complaintId, new Set([page]));
    this.total += 1;
    response.on('close', () => this.remove(page));
  }

  /** Begins the stream, with what the page does not show yet. */
  open(page: Page, news: Rendered): void {
    page.response.writeHead(200, HEADERS);
    page.response.write(`retry: ${retryMs()}\n\n`);
    this.send([page], news);
  }

  /** Sends what is new to the pages that do not show it yet; it is rendered once for each kind of page. */
  async tell(complaintId: string): Promise<void> {
    const open = [...(this.pages.get(complaintId) ?? [])].filter(({ response }) => response.headersSent);
    for (const [, alike] of Map.groupBy(open, ({ kind }) => kind)) {
      const news = await alike[0]?.render();
      if (news) this.send(alike, news);
      // No longer to be shown, as when it became rahasia: the page loads itself again and says what is to be said.
      else for (const { response } of alike) response.end('event: gone\ndata:\n\n');
    }
  }

  private send(alike: Page[], news: Rendered): void {
    const bytes = Buffer.from(eventOf(news));
    for (const page of alike) {
      if (page.seen === news.version) continue;
      page.seen = news.version;
      page.response.write(bytes);
    }
  }

  /** A comment to one slice of the pages: never to all of them in one turn of the loop. */
  beat(slice: number, slices: number): void {
    let n = 0;
    for (const alike of this.pages.values()) {
      for (const { response } of alike) if (n++ % slices === slice && response.headersSent) response.write(':\n\n');
    }
  }

  end(): void {
    for (const alike of this.pages.values()) for (const { response } of alike) response.end();
  }

  remove(page: Page): void {
    const alike = this.pages.get(page.complaintId);
    if (!alike?.delete(page)) return;
    this.total -= 1;
    if (alike.size === 0) this.pages.delete(page.complaintId);
  }
}

const eventOf = ({ version, html }: Rendered): string =>
  `id: ${version}\nevent: news\n${html
    .split('\n')
    .map((line) => `data: ${line}\n`)
    .join('')}\n`;
