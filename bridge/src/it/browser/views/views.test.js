import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ADDRESS, isAccessible, launch, live, open } from '../browser.js';

const SHOTS = process.env.SHOTS;
const WIDTHS = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } };
const LIGHTS_OF_THE_DEMO = 7;
const MOST_BYTES = 60_000;
// What people feel as steady, by the measure of browsers (cumulative layout shift).
const STEADY = 0.05;

// Of each kind one: a demo that is well would show only one kind.
const FINDINGS = [
  { check: 'TLS with api.lifx.com', status: 'ok', saw: 'TLSv1.3, TLS_AES_256_GCM_SHA384, valid until 2026-12-01' },
  { check: 'Token', status: 'failed', saw: 'LIFX answers 401', remedy: 'Generate another token and put it into cloud.token' },
  { check: 'Lights on the LAN', status: 'warning', saw: 'none answered in 2 s', remedy: 'Name them in lan.addresses if they are in another network' },
  { check: 'Broker of others', status: 'skipped', saw: 'the broker is our own' },
];

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

/** What has to be done to see a view, from the address on. */
const VIEWS = {
  lights: async (page) => page.getByRole('switch', { name: 'Desk Lamp', exact: true }).waitFor(),
  light: async (page) => {
    await page.getByRole('button', { name: 'Candle: colour, effects and more' }).click();
    await page.getByRole('dialog', { name: 'Candle' }).waitFor();
  },
  boards: async (page) => page.getByRole('heading', { name: 'Bindings' }).waitFor(),
  'add-board': async (page) => {
    await page.getByRole('button', { name: 'Add a board' }).click();
    await page.getByLabel('Chosen rooms and lights').check();
    await page.getByLabel('Desk Lamp').waitFor();
  },
  activity: async (page) => {
    await page.evaluate(() => { location.hash = '#lights'; });
    await page.getByRole('button', { name: 'All on' }).click();
    await page.evaluate(() => { location.hash = '#activity'; });
    await page.locator('main > ll-activity li').first().waitFor();
  },
  bridge: async (page) => {
    await page.route('**/api/doctor', (route) => route.fulfill({ json: FINDINGS }));
    await page.getByRole('button', { name: 'Examine' }).click();
    await page.locator('.checks li').nth(FINDINGS.length - 1).waitFor();
  },
};
const HASH = { light: 'lights', 'add-board': 'boards' };

for (const colorScheme of ['light', 'dark']) {
  for (const [width, viewport] of Object.entries(WIDTHS)) {
    describe(`${colorScheme} at a ${width}'s width`, () => {
      for (const [name, show] of Object.entries(VIEWS)) {
        test(`${name}_isAccessibleAndFits`, async () => {
          const page = await open(browser, { viewport, colorScheme });
          await page.goto(`${ADDRESS}#${HASH[name] ?? name}`);
          await live(page);
          await show(page);
          await isAccessible(page, name);
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'nothing stands out at the side');
          await shoot(page, `${name}-${width}-${colorScheme}`);
          assert.deepEqual(page.complaints, []);
          await page.context().close();
        });
      }
    });
  }
}

async function shoot(page, name) {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

test('demo_onItsFirstView_showsAllItsLightsByRoom', async () => {
  const page = await open(browser);
  await page.goto(ADDRESS);
  await live(page);
  assert.equal(await page.locator('ll-light').count(), LIGHTS_OF_THE_DEMO);
  const office = page.getByRole('region', { name: 'Office' });
  assert.deepEqual(await office.getByRole('heading', { level: 3 }).allTextContents(), ['Desk Lamp', 'Shelf Strip']);
  await page.context().close();
});

test('page_asItIsLoaded_isLightAndSteady', async () => {
  const page = await open(browser, { viewport: WIDTHS.phone });
  await page.addInitScript(() => {
    globalThis.shift = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { globalThis.shift += value; })).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(ADDRESS);
  await live(page);
  await page.locator('ll-light').first().waitFor();
  const bytes = await page.evaluate(() => performance.getEntries().reduce((sum, { transferSize = 0 }) => sum + transferSize, 0));
  assert.ok(bytes > 0 && bytes < MOST_BYTES, `${bytes} bytes`);
  const shift = await page.evaluate(() => globalThis.shift);
  assert.ok(shift < STEADY, `layout shift ${shift}`);
  await page.context().close();
});

test('page_fromElsewhere_loadsNothing', async () => {
  const page = await open(browser);
  const foreign = [];
  page.on('request', (request) => request.url().startsWith(ADDRESS) || foreign.push(request.url()));
  await page.goto(ADDRESS);
  await live(page);
  assert.deepEqual(foreign, []);
  await page.context().close();
});

test('doctor_ofTheDemo_findsThatAllIsWell', async () => {
  const page = await open(browser);
  await page.goto(`${ADDRESS}#bridge`);
  await live(page);
  await page.getByRole('button', { name: 'Examine' }).click();
  await page.locator('.checks').getByText('7 answered').waitFor({ timeout: 30_000 });
  const checks = await page.locator('.checks li').allTextContents();
  for (const check of ['broker', 'LIFX Cloud, TLS', 'LIFX Cloud, token', 'LIFX Cloud, budget', 'LAN, lights', 'dashboard']) {
    assert.ok(checks.some((line) => line.includes(check)), `${check} is among ${checks}`);
  }
  assert.deepEqual(checks.filter((line) => /failed|warning/i.test(line)), []);
  await page.context().close();
});

test('light_thatCannotDoSomething_hasNoControlForIt', async () => {
  const page = await open(browser);
  await page.goto(ADDRESS);
  await live(page);
  const controls = async (name) => {
    await page.getByRole('button', { name: `${name}: colour, effects and more` }).click();
    const dialog = page.getByRole('dialog', { name });
    const sliders = await Promise.all((await dialog.getByRole('slider').all()).map((slider) => slider.getAttribute('aria-label')));
    const effects = await dialog.getByRole('group', { name: 'Effects' }).getByRole('button').allTextContents();
    await page.keyboard.press('Escape');
    return { sliders, effects };
  };
  const whites = 'White, warm to cool';
  assert.deepEqual((await controls('Hall Light')).sliders, ['Brightness']);
  assert.deepEqual((await controls('Bedside')).sliders, ['Brightness', whites]);
  assert.deepEqual((await controls('Porch')).sliders, ['Brightness', 'Hue', 'Saturation', whites, 'Infrared']);
  assert.deepEqual((await controls('Shelf Strip')).effects, ['breathe', 'pulse', 'move', 'Stop effect']);
  assert.ok((await controls('Candle')).effects.includes('flame'));
  await page.context().close();
});
