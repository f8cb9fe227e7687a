import type { Meta, StoryObj } from '@storybook/react-vite';
import { handlers } from 'temporary-evse-statuses/msw';
import { StatusList } from './status-list';

export default { title: 'Status list', component: StatusList } satisfies Meta<typeof StatusList>;

export const Active: StoryObj<typeof StatusList> = {
  beforeEach: ({ msw }) => msw.use(...handlers({ keys: 'off' })),
};

export const Unavailable: StoryObj<typeof StatusList> = {
  beforeEach: ({ msw }) => msw.use(...handlers({ keys: 'off', errorRate: { rate: 1, status: 403 } })),
};
