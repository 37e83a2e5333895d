import { mount } from 'svelte';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import App from './App.svelte';
import { routeOf } from './route.ts';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app to mount on');
mount(App, { target, props: { route: routeOf(location.pathname) } });
