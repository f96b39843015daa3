import { startService } from './service.ts';

const service = await startService();
console.log(`LakeFormation on this machine: ${service.url}
project ${service.projectId}, instance ${service.instanceId}
token ${service.tokens.issue()}
Ctrl+C stops it.`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void service.close());
