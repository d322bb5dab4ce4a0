import assert from 'node:assert/strict';
import { test } from 'node:test';
import { css, gradient, hueName, ofHue, ofKelvin, ofShown } from '../page/logic/color.js';

test('hue_ofTheSixCorners_isTheScreensOwn', () => {
  assert.deepEqual([0, 60, 120, 180, 240, 300].map((hue) => ofHue(hue, 100)),
    [[255, 0, 0], [255, 255, 0], [0, 255, 0], [0, 255, 255], [0, 0, 255], [255, 0, 255]]);
});

test('hue_outsideTheWheel_goesRoundIt', () => {
  assert.deepEqual(ofHue(-120, 80), ofHue(240, 80));
  assert.deepEqual(ofHue(725, 33), ofHue(5, 33));
});

test('hue_withoutSaturation_isWhite', () => {
  assert.deepEqual(ofHue(200, 0), [255, 255, 255]);
});

test('white_ofEveryTemperature_getsCoolerWithKelvin', () => {
  for (let kelvin = 1500; kelvin < 9000; kelvin += 50) {
    const [[r, , b], [nextR, , nextB]] = [ofKelvin(kelvin), ofKelvin(kelvin + 50)];
    assert.ok(nextB - nextR >= b - r, `at ${kelvin} K`);
    assert.equal(Math.max(...ofKelvin(kelvin)), 255, `as bright as can be at ${kelvin} K`);
  }
});

test('white_warmAndCool_leansToItsOwnSide', () => {
  const [warm, cool] = [ofKelvin(2700), ofKelvin(9000)];
  assert.ok(warm[0] > warm[1] && warm[1] > warm[2], String(warm));
  assert.ok(cool[2] > cool[0], String(cool));
});

test('shown_lightWithBoth_isItsColour', () => {
  assert.deepEqual(ofShown({ color: { h: 120, s: 100 }, color_temp: 2700 }), [0, 255, 0]);
  assert.deepEqual(ofShown({ color_temp: 2700 }), ofKelvin(2700));
  assert.deepEqual(ofShown({ h: 0, s: 100 }), [255, 0, 0]);
});

test('strip_ofDarkAndBrightZones_showsBothInTheirOrder', () => {
  const drawn = gradient([{ h: 0, s: 100, brightness: 255 }, { h: 240, s: 100, brightness: 0 }]);
  assert.equal(drawn, `linear-gradient(90deg, ${css([255, 0, 0])}, ${css([0, 0, 64])})`);
});

test('strip_withoutZones_isNoGradient', () => {
  assert.equal(gradient([]), null);
  assert.equal(gradient(undefined), null);
});

test('hueName_nearTheEndOfTheWheel_isRedAgain', () => {
  assert.equal(hueName(359), 'red');
  assert.equal(hueName(120), 'green');
  assert.equal(hueName(240), 'blue');
});
