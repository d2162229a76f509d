import { describe, expect, it } from 'vitest';
import { reportSchema } from '../../src/api/report.js';
import { startProvider } from '../pipeline/embeddings/provider.js';
import { lines } from '../pipeline/inputs.js';
import { makeHomes } from './homes.js';
import { jsonOf, run } from './run.js';

const newHome = makeHomes();
const OWN = 'Thôn tôi đã dọn sạch ba đoạn kênh và dựng bốn hố rác ngoài đồng.';
const QUOTED = 'Mỗi hộ gia đình phân loại rác tại nguồn và đưa rác ra điểm tập kết đúng giờ quy định của xã.';
const CAMPAIGN = lines('name: Đợt 1', 'references: [nq.txt]', 'themes: [{ id: rac, name: Rác thải, phrases: [kênh mương] }]');
const files = {
  'dot.yaml': CAMPAIGN,
  'nq.txt': QUOTED,
  'bai/a.txt': `${QUOTED}\n\n${OWN}\n`,
  'bai/b.txt': `${'Tôi hứa sẽ cố gắng hơn nữa trong việc chung. '.repeat(3)}\n`,
};
const ASSESS = ['assess', 'bai', '--campaign', 'dot.yaml', '--jobs', '1', '--json', '-'];

describe('assess --embeddings', () => {
  it('sends own sentences to the provider, and nothing anywhere without it', async () => {
    const provider = await startProvider();
    const home = await newHome(files);
    const plain = jsonOf(await run(home, ASSESS, { SOATBAI_EMBEDDINGS_KEY: 'k', SOATBAI_EMBEDDINGS_ALLOW: '127.0.0.1' }), reportSchema);
    expect(provider.asked).toEqual([]);

    const found = jsonOf(
      await run(home, [...ASSESS, '--embeddings', provider.url, '--embeddings-model', 'nhỏ'], { SOATBAI_EMBEDDINGS_KEY: 'k' }),
      reportSchema,
    );
    expect(found.submissions.map(({ file }) => file)).toEqual(plain.submissions.map(({ file }) => file));
    const sent = provider.asked.flatMap(({ input }) => input);
    expect(sent).toContain(OWN);
    expect(sent.join(' ')).not.toContain('phân loại rác');
    expect(provider.asked.every(({ authorization, model }) => authorization === 'Bearer k' && model === 'nhỏ')).toBe(true);
  });

  it('goes on without a provider that fails, and says so once', async () => {
    const provider = await startProvider((response) => response.writeHead(503).end());
    const home = await newHome(files);
    const plain = await run(home, ASSESS);
    const { status, stdout, stderr } = await run(home, [...ASSESS, '--embeddings', provider.url, '--embeddings-model', 'nhỏ']);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual(JSON.parse(plain.stdout));
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringContaining(`Không dùng được máy chủ véc-tơ câu ${provider.url}: trả lời mã 503`),
    ]);
    expect(provider.asked).toHaveLength(1);
  });

  it.each([
    [['--embeddings', 'https://api.example.com', '--embeddings-model', 'm'], 'thêm --embeddings-allow api.example.com'],
    [['--embeddings', 'http://127.0.0.1:9'], '--embeddings-model'],
    [['--embeddings-model', 'm'], 'chỉ dùng cùng --embeddings'],
  ])('refuses %j', async (args, expected) => {
    const home = await newHome(files);
    for (const command of [ASSESS, ['serve', '--port', '0', '--data', 'kho']]) {
      const { status, stdout, stderr } = await run(home, [...command, ...args]);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain(expected);
    }
  });
});
