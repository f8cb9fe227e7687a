/** Public names of `temporary-evse-statuses/contract`. */
export { verify } from './verify.ts';
export { plan } from './plan.ts';
export type { Planned } from './plan.ts';
export { VerifyOptionError } from './options.ts';
export type { VerifyOptions } from './options.ts';
export { listCases } from './cases.ts';
export type { Case, RequestPlan, Section } from './case.ts';
export { RULES } from './rules.ts';
export type { Rule, RuleId, Verdict } from './rules.ts';
export { exitCodeOf } from './report.ts';
export type { CaseResult, Finding, Observation, Report, Unchecked } from './report.ts';
export { toText } from './report-text.ts';
export { toJUnit } from './report-junit.ts';
export { toGitHub } from './report-github.ts';
export type { Clock } from './pace.ts';
export type { Situation } from './situations.ts';
