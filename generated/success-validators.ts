// Made by `npm run generate` from openapi/temporary-evse-statuses.yaml. Do not edit: change the document.

// @ts-nocheck -- the functions are written by Ajv, as JavaScript; what is exported is typed.
import { isDateTime } from "../src/shared/rfc3339.ts";
import type { Validators } from "../src/shared/validator.ts";
export type * from "../src/shared/validator.ts";

/** Validators of the bodies of successful responses, by the JSON pointer of their schema in the document. */
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

const strict0 = validate21;
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

const contract1 = validate22;
const schema33 = {"type":"array","items":{"type":"object","required":["id","temporaryStatus","evseId"],"properties":{"id":{"type":"number"},"temporaryStatus":{"type":"string"},"evseId":{"type":"string"},"validFrom":{"type":"string","format":"date-time"},"validTo":{"type":"string","format":"date-time"}}}};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate22.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if((data0.id === undefined) || (!(func0.call(data0, "id")))){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/TemporaryEvseStatus/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data0.temporaryStatus === undefined) || (!(func0.call(data0, "temporaryStatus")))){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/TemporaryEvseStatus/required",keyword:"required",params:{missingProperty: "temporaryStatus"},message:"must have required property '"+"temporaryStatus"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data0.evseId === undefined) || (!(func0.call(data0, "evseId")))){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/TemporaryEvseStatus/required",keyword:"required",params:{missingProperty: "evseId"},message:"must have required property '"+"evseId"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.id !== undefined && func0.call(data0, "id")){
let data1 = data0.id;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err3 = {instancePath:instancePath+"/" + i0+"/id",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/id/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.temporaryStatus !== undefined && func0.call(data0, "temporaryStatus")){
if(typeof data0.temporaryStatus !== "string"){
const err4 = {instancePath:instancePath+"/" + i0+"/temporaryStatus",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/temporaryStatus/anyOf/1/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.evseId !== undefined && func0.call(data0, "evseId")){
if(typeof data0.evseId !== "string"){
const err5 = {instancePath:instancePath+"/" + i0+"/evseId",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/evseId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.validFrom !== undefined && func0.call(data0, "validFrom")){
let data4 = data0.validFrom;
if(typeof data4 === "string"){
if(!(formats0(data4))){
const err6 = {instancePath:instancePath+"/" + i0+"/validFrom",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/validFrom/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
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
const err7 = {instancePath:instancePath+"/" + i0+"/validFrom",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/validFrom/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data0.validTo !== undefined && func0.call(data0, "validTo")){
let data5 = data0.validTo;
if(typeof data5 === "string"){
if(!(formats0(data5))){
const err8 = {instancePath:instancePath+"/" + i0+"/validTo",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/validTo/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
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
const err9 = {instancePath:instancePath+"/" + i0+"/validTo",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/validTo/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err10 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/TemporaryEvseStatus/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
}
}
else {
const err11 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatusList/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

const strict1 = validate23;
const schema34 = {"type":"array","items":{"type":"object","required":["id","temporaryStatus","evseId"],"properties":{"id":{"type":"number"},"temporaryStatus":{"type":"string","enum":["MAINTENANCE","COMMISSIONING","BLOCKED","RESERVED"]},"evseId":{"type":"string"},"validFrom":{"type":"string","format":"date-time"},"validTo":{"type":"string","format":"date-time"}},"additionalProperties":false}};

function validate23(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate23.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if((data0.id === undefined) || (!(func0.call(data0, "id")))){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/TemporaryEvseStatus/required",keyword:"required",params:{missingProperty: "id"},message:"must have required property '"+"id"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data0.temporaryStatus === undefined) || (!(func0.call(data0, "temporaryStatus")))){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/TemporaryEvseStatus/required",keyword:"required",params:{missingProperty: "temporaryStatus"},message:"must have required property '"+"temporaryStatus"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if((data0.evseId === undefined) || (!(func0.call(data0, "evseId")))){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/TemporaryEvseStatus/required",keyword:"required",params:{missingProperty: "evseId"},message:"must have required property '"+"evseId"+"'"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
for(const key0 of Object.keys(data0)){
if(!(((((key0 === "id") || (key0 === "temporaryStatus")) || (key0 === "evseId")) || (key0 === "validFrom")) || (key0 === "validTo"))){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/TemporaryEvseStatus/properties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.id !== undefined && func0.call(data0, "id")){
let data1 = data0.id;
if(!((typeof data1 == "number") && (isFinite(data1)))){
const err4 = {instancePath:instancePath+"/" + i0+"/id",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/id/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.temporaryStatus !== undefined && func0.call(data0, "temporaryStatus")){
let data2 = data0.temporaryStatus;
if(typeof data2 !== "string"){
const err5 = {instancePath:instancePath+"/" + i0+"/temporaryStatus",schemaPath:"#/components/schemas/TemporaryStatus/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(!((((data2 === "MAINTENANCE") || (data2 === "COMMISSIONING")) || (data2 === "BLOCKED")) || (data2 === "RESERVED"))){
const err6 = {instancePath:instancePath+"/" + i0+"/temporaryStatus",schemaPath:"#/components/schemas/TemporaryStatus/enum",keyword:"enum",params:{allowedValues: schema34.items.properties.temporaryStatus.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data0.evseId !== undefined && func0.call(data0, "evseId")){
if(typeof data0.evseId !== "string"){
const err7 = {instancePath:instancePath+"/" + i0+"/evseId",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/evseId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
if(data0.validFrom !== undefined && func0.call(data0, "validFrom")){
let data4 = data0.validFrom;
if(typeof data4 === "string"){
if(!(formats0(data4))){
const err8 = {instancePath:instancePath+"/" + i0+"/validFrom",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/validFrom/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
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
const err9 = {instancePath:instancePath+"/" + i0+"/validFrom",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/validFrom/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
}
if(data0.validTo !== undefined && func0.call(data0, "validTo")){
let data5 = data0.validTo;
if(typeof data5 === "string"){
if(!(formats0(data5))){
const err10 = {instancePath:instancePath+"/" + i0+"/validTo",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/validTo/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
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
const err11 = {instancePath:instancePath+"/" + i0+"/validTo",schemaPath:"#/components/schemas/TemporaryEvseStatus/properties/validTo/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err12 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/TemporaryEvseStatus/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
}
else {
const err13 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatusList/type",keyword:"type",params:{type: "array"},message:"must be array"};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"items":true,"dynamicProps":false,"dynamicItems":false};

const validator = (validate) => (value) => (validate(value) ? [] : validate.errors);

export const SUCCESS_VALIDATORS: Readonly<Record<(typeof SUCCESS_SCHEMAS)[keyof typeof SUCCESS_SCHEMAS], Required<Validators>>> = {
  "#/components/schemas/TemporaryEvseStatus": { contract: validator(contract0), strict: validator(strict0) },
  "#/components/schemas/TemporaryEvseStatusList": { contract: validator(contract1), strict: validator(strict1) },
};

/** The schema of the body of each operation's successful response: a key of `SUCCESS_VALIDATORS`. */
export const SUCCESS_SCHEMAS = {
  "updateTemporaryEvseStatus": "#/components/schemas/TemporaryEvseStatus",
  "listTemporaryEvseStatuses": "#/components/schemas/TemporaryEvseStatusList",
  "createTemporaryEvseStatus": "#/components/schemas/TemporaryEvseStatus"
} as const;
