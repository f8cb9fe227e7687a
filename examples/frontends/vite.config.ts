import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  server: {
    // In development /spirii is the mock; in production it is your backend.
    proxy: { '/spirii': { target: 'http://127.0.0.1:4010', rewrite: (path) => path.replace(/^\/spirii/, '') } },
  },
});
