import { issueCredentials } from './credentials.ts';
import { addJobsWithRuns } from './jobsWithRuns.ts';
import { startService } from './service.ts';

const service = await startService();
addJobsWithRuns(service);
const { token, user, key } = issueCredentials(service);
console.log(`LakeFormation on this machine: ${service.url}
project ${service.projectId}, instance ${service.instanceId}
token ${token}
account ${user.domain}, user ${user.name}, password ${user.password}
access key ${key.accessKey}, secret key ${key.secretKey}
Ctrl+C stops it.`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void service.close());
