import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { ADDRESS, isAccessible, launch, live, open, PATIENCE, until } from '../browser.js';

// One after the other in one page, as a person would: each test begins where the last one ended.
const { MQTT_PORT, MQTT_USER, MQTT_PASSWORD, PASSWORD } = process.env;
const DESK = 'd073d5001337';
const BEDSIDE = 'd073d5004c01';
const CANDLE = 'd073d5006a11';
const IS_QUICK = { timeout: 4 * PATIENCE };

let browser;
let page;
before(async () => {
  browser = await launch();
  page = await open(browser, { viewport: { width: 1280, height: 900 } });
});
after(() => browser.close());

function mosquitto(tool, ...words) {
  return execFileSync(tool, ['-h', '127.0.0.1', '-p', MQTT_PORT, '-u', MQTT_USER, '-P', MQTT_PASSWORD, ...words], { encoding: 'utf8' });
}

function publish(topic, payload, ...more) {
  mosquitto('mosquitto_pub', '-t', topic, '-m', payload, '-q', '1', ...more);
}

function stateOf(light) {
  return JSON.parse(mosquitto('mosquitto_sub', '-t', `lifx/light/${light}/state`, '-C', '1', '-W', '10'));
}

function lampSwitch(name) {
  return page.getByRole('switch', { name, exact: true });
}

async function shows(name, isOn) {
  await until(async () => (await lampSwitch(name).getAttribute('aria-checked')) === String(isOn), `${name} shows ${isOn ? 'on' : 'off'}`);
}

test('login_withAWrongPassword_isRefusedInWords', IS_QUICK, async () => {
  await page.goto(ADDRESS);
  await page.getByLabel('Password').fill('wrong');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').filter({ hasText: 'not the password' }).waitFor();
  await isAccessible(page, 'login');
  assert.equal(await page.locator('ll-light').count(), 0);
});

test('login_withThePassword_showsTheLights', IS_QUICK, async () => {
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await live(page);
  await lampSwitch('Desk Lamp').waitFor();
});

test('switch_thatIsPressed_switchesTheLamp', IS_QUICK, async () => {
  await shows('Desk Lamp', true);
  await lampSwitch('Desk Lamp').click();
  await shows('Desk Lamp', false);
  await until(() => stateOf(DESK).state === 'OFF', 'the lamp is off');
  await until(() => stateOf(DESK).source === 'observed', 'and was seen so');
  await shows('Desk Lamp', false);
});

test('lamp_thatMqttChanges_isShownSo', IS_QUICK, async () => {
  publish('lifx/label/Desk Lamp/set', '{"state":"ON","brightness_pct":30,"color":{"h":120,"s":100}}');
  await shows('Desk Lamp', true);
  const level = page.getByRole('slider', { name: 'Desk Lamp brightness' });
  await until(async () => (await level.inputValue()) === '30', 'the brightness is 30 %');
  const card = page.locator('ll-light').filter({ has: page.getByRole('heading', { name: 'Desk Lamp' }) });
  await card.getByText('green').waitFor();
  await until(async () => (await page.locator('ll-activity li').first().textContent()).includes('30 %'), 'the command is among what happened');
});

test('slider_thatIsDragged_sendsFewCommandsAndTheLastValue', IS_QUICK, async () => {
  let sent = 0;
  page.on('request', (request) => { if (request.url().endsWith(`${DESK}/set`)) sent += 1; });
  const level = page.getByRole('slider', { name: 'Desk Lamp brightness' });
  const { x, y, width, height } = await level.boundingBox();
  await page.mouse.move(x + width * 0.3, y + height / 2);
  await page.mouse.down();
  const began = Date.now();
  for (let step = 0; step <= 60; step += 1) await page.mouse.move(x + width * (0.3 + 0.5 * (step / 60)), y + height / 2);
  const took = Date.now() - began;
  await page.mouse.up();
  const last = Number(await level.inputValue());
  assert.ok(last > 70, `it was dragged to ${last}`);
  await until(() => Math.round(stateOf(DESK).brightness / 2.55) === last, `the lamp is at ${last} %`);
  assert.ok(sent <= took / 100 + 2, `${sent} commands in ${took} ms`);
  await until(async () => Number(await level.inputValue()) === last, 'and the slider too');
});

test('command_thatIsRefused_isSaidNextToTheLight', IS_QUICK, async () => {
  await page.route(`**/api/lights/${DESK}/set`, (route) => route.continue({ postData: '{"brightness_pct":400}' }));
  await lampSwitch('Desk Lamp').click();
  const card = page.locator('ll-light').filter({ has: page.getByRole('heading', { name: 'Desk Lamp' }) });
  await card.getByText(/Refused: brightness_pct/).waitFor();
  await shows('Desk Lamp', true);
  await page.unroute(`**/api/lights/${DESK}/set`);
});

test('room_thatIsSwitched_switchesAllItsLamps', IS_QUICK, async () => {
  const isOn = (await lampSwitch('All of Bedroom').getAttribute('aria-checked')) === 'true';
  await lampSwitch('All of Bedroom').click();
  await shows('Bedside', !isOn);
  await shows('Candle', !isOn);
  for (const light of [BEDSIDE, CANDLE]) await until(() => stateOf(light).source === 'observed' && (stateOf(light).state === 'ON') !== isOn, `${light} obeyed`);
});

test('effect_thatIsStarted_runsAndStops', IS_QUICK, async () => {
  await page.getByRole('button', { name: 'Candle: colour, effects and more' }).click();
  const dialog = page.getByRole('dialog', { name: 'Candle' });
  await dialog.getByRole('button', { name: 'flame' }).click();
  await dialog.getByRole('button', { name: 'flame', pressed: true }).waitFor();
  await until(() => stateOf(CANDLE).effect === 'flame', 'the candle flames');
  await dialog.getByRole('button', { name: 'Stop effect' }).click();
  await until(() => stateOf(CANDLE).effect === 'off', 'the candle rests');
  await dialog.getByRole('button', { name: 'Close' }).click();
});

test('scene_thatIsPressed_isActivated', IS_QUICK, async () => {
  await page.getByRole('button', { name: 'Evening' }).click();
  await until(async () => /Evening/.test(await page.locator('ll-activity li').first().textContent()), 'the scene is among what happened');
  await until(async () => /applied/.test(await page.locator('ll-activity li').first().textContent()), 'and applied');
});

test('lamp_byKeyboardAlone_isSwitchedDimmedAndColoured', IS_QUICK, async () => {
  await page.goto(`${ADDRESS}#lights`);
  await live(page);
  await shows('Desk Lamp', (stateOf(DESK).state === 'ON'));
  const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent);
  await tabTo(focused, 'Desk Lamp');
  const wasOn = (await lampSwitch('Desk Lamp').getAttribute('aria-checked')) === 'true';
  await page.keyboard.press('Space');
  await until(() => (stateOf(DESK).state === 'ON') === !wasOn, 'the key switched it');
  await tabTo(focused, 'Desk Lamp brightness');
  await page.keyboard.press('End');
  await until(() => stateOf(DESK).brightness === 255 && stateOf(DESK).state === 'ON', 'the key dimmed it up');
  await tabTo(focused, 'Desk Lamp: colour, effects and more');
  await page.keyboard.press('Enter');
  await tabTo(focused, 'Hue');
  await page.keyboard.press('Home');
  await until(() => stateOf(DESK).color?.h === 0, 'the key made it red');
  await page.keyboard.press('Escape');
  await until(async () => (await focused()) === 'Desk Lamp: colour, effects and more', 'the focus is where it was');
  assert.ok(await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle !== 'none'), 'the focus is seen');
});

async function tabTo(focused, name) {
  const seen = [];
  for (let presses = 0; presses < 80; presses += 1) {
    if ((await focused()) === name) return;
    await page.keyboard.press('Tab');
    seen.push(await focused());
  }
  assert.fail(`Tab never came to ${name}, but to ${seen.join('; ')}`);
}

test('board_thatIsAdded_showsItsFilesOnceAndLogsIn', IS_QUICK, async () => {
  await page.getByRole('link', { name: 'Boards' }).click();
  await page.getByRole('button', { name: 'Add a board' }).click();
  await page.getByLabel('Name').fill('hall');
  await page.getByLabel('All lights').check();
  await page.getByLabel('Without TLS').check();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  const config = JSON.parse(await page.getByRole('textbox', { name: 'config.json' }).inputValue());
  await isAccessible(page, 'files');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download config.json' }).click();
  assert.deepEqual(JSON.parse(readFileSync(await (await download).path(), 'utf8')), config);
  await page.getByRole('button', { name: 'Close' }).click();
  assert.equal(await page.getByRole('textbox', { name: 'config.json' }).count(), 0);
  await boardSpeaks(config);
});

/** With what its files say, it logs in and presses its button; the page hears that. */
async function boardSpeaks({ mqtt }) {
  const say = (topic, payload, ...more) => execFileSync('mosquitto_pub', ['-h', '127.0.0.1', '-p', MQTT_PORT, '-u', mqtt.username ?? mqtt.user, '-P', mqtt.password,
    '-i', 'hall', '-t', `boards/hall/${topic}`, '-m', payload, '-q', '1', ...more]);
  await until(() => attempt(() => say('state', 'online', '-r')), 'the board is let in');
  say('info', '{"label":"Hall button","firmware":"1.2.3","buttons":[{"number":1,"label":"Left"}],"sensors":["temperature"]}', '-r');
  say('telemetry', '{"rssi":-61,"heap":101234}', '-r');
  say('sensor', '{"temperature":21.4}', '-r');
  say('button/1', '{"event_type":"double","seq":1}');
  const card = page.locator('ll-board').filter({ hasText: 'Hall button' });
  for (const words of ['Left double', '21.4 °C', '-61 dBm, good', '1.2.3', '99 kB']) await card.getByText(words).waitFor();
}

function attempt(what) {
  try {
    what();
    return true;
  } catch {
    return false;
  }
}

test('board_thatIsThere_isNotAddedAgain', IS_QUICK, async () => {
  await page.getByRole('button', { name: 'Add a board' }).click();
  await page.getByLabel('Name').fill('hall');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('alert').filter({ hasText: 'hall' }).waitFor();
  await page.getByRole('button', { name: 'Close' }).click();
});

test('bridge_thatIsKilled_isLostAndComesBackByItself', { timeout: 8 * PATIENCE }, async () => {
  await page.getByRole('link', { name: 'Lights' }).click();
  process.kill(Number(readFileSync('bridge.pid', 'utf8')), 'SIGKILL');
  await page.getByRole('alert').filter({ hasText: 'The bridge cannot be reached' }).waitFor();
  await lampSwitch('Desk Lamp').click();
  await page.getByText('nothing was done').first().waitFor();
  writeFileSync('again', '');
  // A session lives no longer than the bridge: the page asks for the password by itself.
  await page.getByLabel('Password').waitFor({ timeout: 4 * PATIENCE });
  await page.getByLabel('Password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await live(page);
  await until(async () => !(await page.getByRole('alert').filter({ hasText: 'cannot be reached' }).isVisible()), 'the words are gone');
  publish('lifx/label/Desk Lamp/set', 'OFF');
  await shows('Desk Lamp', false);
  publish('lifx/label/Desk Lamp/set', 'ON');
  await shows('Desk Lamp', true);
});

test('logout_thatIsPressed_shutsThePage', IS_QUICK, async () => {
  await page.getByRole('button', { name: 'Log out' }).click();
  await page.getByLabel('Password').waitFor();
  assert.equal(await page.evaluate(async () => (await fetch('api/lights')).status), 401);
});

test('page_allTheWhile_complainedOfNothing', () => {
  assert.deepEqual(page.complaints, []);
});
