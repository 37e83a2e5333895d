import { mount } from 'svelte';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import App from './App.svelte';
import { fetchKey } from './board/context.ts';
import { askAhead } from './connection/ahead.ts';
import { routeOf } from './route.ts';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app to mount on');
const route = routeOf(location.pathname);
mount(App, { target, props: { route }, context: new Map([[fetchKey, askAhead(route)]]) });
