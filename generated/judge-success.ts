// Made by `npm run generate` from openapi/temporary-evse-statuses.yaml. Do not edit: change the document.

// @ts-nocheck -- the functions are written by Ajv, as JavaScript; what is exported is typed.
import { isDateTime } from "../src/rfc3339.ts";

/** One place where a value is not what the document says. */
export interface Violation {
  /** JSON pointer into the value, `""` for the whole. */
  readonly instancePath: string;
  /** JSON pointer of the keyword in the document, references followed. */
  readonly schemaPath: string;
  /** The keyword that is broken, for example `enum`. */
  readonly keyword: string;
  /** What the keyword asked for, in Ajv's terms, for example `{ allowedValues: […] }`. */
  readonly params: Readonly<Record<string, unknown>>;
  /** A reason in English, to be read after the name of the value: "must be string". */
  readonly message: string;
}

/** Every violation of a schema by a value, in the schema's order; empty where there is none. */
export type JudgeFunction = (value: unknown) => readonly Violation[];

export interface Judge {
  /** Holds a value to what the document states. */
  readonly contract: JudgeFunction;
  /** As `contract`, and finds what the document does not know as well. On bodies only. */
  readonly closed?: JudgeFunction;
}

/** Judges of the bodies of successful answers, by the JSON pointer of their schema in the document. */
const contract0 = validate20;
const schema31 = {"type":"object","required":["id","temporaryStatus","evseId"],"properties":{"id":{"type":"number"},"temporaryStatus":{"type":"string"},"evseId":{"type":"string"},"validFrom":{"type":"string","format":"date-time"},"validTo":{"type":"string","format":"date-time"}}};
const func0 = Object.prototype.hasOwnProperty;
const formats0 = isDateTime;

function validate20(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate20.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.id === undefined) || (!(func0.call(data, "id")))){
const err0 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatus/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.temporaryStatus === undefined) || (!(func0.call(data, "temporaryStatus")))){
const err1 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatus/required",keyword:"required",params:{missingProperty: "temporaryStatus"},message:"must have required property '"+"temporaryStatus"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.evseId === undefined) || (!(func0.call(data, "evseId")))){
const err2 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatus/required",keyword:"required",params:{missingProperty: "evseId"},message:"must have required property '"+"evseId"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data.id !== undefined && func0.call(data, "id")){
let data0 = data.id;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err3 = {instancePath:instancePath+"/id",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/id/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.temporaryStatus !== undefined && func0.call(data, "temporaryStatus")){
if(typeof data.temporaryStatus !== "string"){
const err4 = {instancePath:instancePath+"/temporaryStatus",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/temporaryStatus/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.evseId !== undefined && func0.call(data, "evseId")){
if(typeof data.evseId !== "string"){
const err5 = {instancePath:instancePath+"/evseId",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/evseId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data.validFrom !== undefined && func0.call(data, "validFrom")){
let data3 = data.validFrom;
if(typeof data3 === "string"){
if(!(formats0(data3))){
const err6 = {instancePath:instancePath+"/validFrom",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/validFrom/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
else {
const err7 = {instancePath:instancePath+"/validFrom",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/validFrom/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.validTo !== undefined && func0.call(data, "validTo")){
let data4 = data.validTo;
if(typeof data4 === "string"){
if(!(formats0(data4))){
const err8 = {instancePath:instancePath+"/validTo",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/validTo/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/validTo",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/validTo/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
}
else {
const err10 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatus/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"props":{"id":true,"temporaryStatus":true,"evseId":true,"validFrom":true,"validTo":true},"dynamicProps":false,"dynamicItems":false};

const closed0 = validate21;
const schema32 = {"type":"object","required":["id","temporaryStatus","evseId"],"properties":{"id":{"type":"number"},"temporaryStatus":{"type":"string","enum":["MAINTENANCE","COMMISSIONING","BLOCKED","RESERVED"]},"evseId":{"type":"string"},"validFrom":{"type":"string","format":"date-time"},"validTo":{"type":"string","format":"date-time"}},"additionalProperties":false};

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate21.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.id === undefined) || (!(func0.call(data, "id")))){
const err0 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatus/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.temporaryStatus === undefined) || (!(func0.call(data, "temporaryStatus")))){
const err1 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatus/required",keyword:"required",params:{missingProperty: "temporaryStatus"},message:"must have required property '"+"temporaryStatus"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data.evseId === undefined) || (!(func0.call(data, "evseId")))){
const err2 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatus/required",keyword:"required",params:{missingProperty: "evseId"},message:"must have required property '"+"evseId"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(((((key0 === "id") || (key0 === "temporaryStatus")) || (key0 === "evseId")) || (key0 === "validFrom")) || (key0 === "validTo"))){
const err3 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatus/properties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.id !== undefined && func0.call(data, "id")){
let data0 = data.id;
if(!((typeof data0 == "number") && (isFinite(data0)))){
const err4 = {instancePath:instancePath+"/id",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/id/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.temporaryStatus !== undefined && func0.call(data, "temporaryStatus")){
let data1 = data.temporaryStatus;
if(typeof data1 !== "string"){
const err5 = {instancePath:instancePath+"/temporaryStatus",schemaPath:"#/components/schemas/TemporaryStatus/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!((((data1 === "MAINTENANCE") || (data1 === "COMMISSIONING")) || (data1 === "BLOCKED")) || (data1 === "RESERVED"))){
const err6 = {instancePath:instancePath+"/temporaryStatus",schemaPath:"#/components/schemas/TemporaryStatus/enum",keyword:"enum",params:{allowedValues: schema32.properties.temporaryStatus.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.evseId !== undefined && func0.call(data, "evseId")){
if(typeof data.evseId !== "string"){
const err7 = {instancePath:instancePath+"/evseId",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/evseId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data.validFrom !== undefined && func0.call(data, "validFrom")){
let data3 = data.validFrom;
if(typeof data3 === "string"){
if(!(formats0(data3))){
const err8 = {instancePath:instancePath+"/validFrom",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/validFrom/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
else {
const err9 = {instancePath:instancePath+"/validFrom",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/validFrom/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data.validTo !== undefined && func0.call(data, "validTo")){
let data4 = data.validTo;
if(typeof data4 === "string"){
if(!(formats0(data4))){
const err10 = {instancePath:instancePath+"/validTo",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/validTo/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
else {
const err11 = {instancePath:instancePath+"/validTo",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/validTo/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
}
}
else {
const err12 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatus/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const judge = (validate) => (value) => (validate(value) ? [] : validate.errors);

export const SUCCESS_JUDGES: Readonly<Record<string, Judge>> = {
  "#/components/schemas/TemporaryEvseStatus": { contract: judge(contract0), closed: judge(closed0) },
};
