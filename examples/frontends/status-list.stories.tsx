import type { Meta, StoryObj } from '@storybook/react-vite';
import { createMockHandlers } from 'temporary-evse-statuses/msw';
import { StatusList } from './status-list';

export default { title: 'Status list', component: StatusList } satisfies Meta<typeof StatusList>;

export const Active: StoryObj<typeof StatusList> = {
  beforeEach: ({ msw }) => msw.use(...createMockHandlers({ keys: 'off' }).handlers),
};

export const Unavailable: StoryObj<typeof StatusList> = {
  beforeEach: ({ msw }) =>
    msw.use(...createMockHandlers({ keys: 'off', errorRate: { rate: 1, status: 403 } }).handlers),
};
