// A file of our own for the reason that model/ai.ts gives.
export { Resend } from 'resend';
