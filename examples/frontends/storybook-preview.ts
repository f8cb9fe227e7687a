// .storybook/preview.ts
import { initialize, mswLoader } from 'msw-storybook-addon';

initialize({ onUnhandledRequest: 'bypass' });

export default { loaders: [mswLoader] };
