// .storybook/preview.ts, with 'msw-storybook-addon' among the addons of main.ts
import { mswLoader } from 'msw-storybook-addon/csf3';

export default { loaders: [mswLoader()] };
