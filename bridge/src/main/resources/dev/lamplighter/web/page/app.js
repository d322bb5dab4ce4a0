import { Api } from './api.js';
import { Desk } from './desk.js';
import { clock } from './dom.js';
import { Live } from './live.js';
import { Page } from './page.js';

const api = new Api();
const desk = new Desk(api, clock);
const live = new Live(api);
const page = new Page({ api, desk, live });

document.body.append(page.root);
live.run();
