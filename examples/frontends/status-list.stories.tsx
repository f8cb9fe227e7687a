import type { Meta, StoryObj } from '@storybook/react';
import { handlers } from 'temporary-evse-statuses/msw';
import { StatusList } from './status-list';

export default { component: StatusList } satisfies Meta<typeof StatusList>;

export const Active: StoryObj<typeof StatusList> = {
  parameters: { msw: { handlers: handlers({ keys: 'off' }) } },
};

export const Unavailable: StoryObj<typeof StatusList> = {
  parameters: { msw: { handlers: handlers({ keys: 'off', errorRate: { rate: 1, status: 403 } }) } },
};
