// Made by `npm run generate` from openapi/temporary-evse-statuses.yaml. Do not edit: change the document.

// @ts-nocheck -- the functions are written by Ajv, as JavaScript; what is exported is typed.
import { isDateTime } from "../src/shared/rfc3339.ts";
import type { Validators } from "../src/shared/validator.ts";
import { SUCCESS_VALIDATORS } from "./success-validators.ts";

/** Validators of every other schema of the document. */
const contract0 = validate20;
const schema31 = {"type":"number"};

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
if(!((typeof data == "number") && (isFinite(data)))){
const err0 = {instancePath,schemaPath:"#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/parameters/0/schema/type",keyword:"type",params:{type: "number"},message:"must be number"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate20.errors = vErrors;
return errors === 0;
}
validate20.evaluated = {"dynamicProps":false,"dynamicItems":false};

const contract1 = validate21;
const schema32 = {"type":"object","properties":{"temporaryStatus":{"type":"string","enum":["MAINTENANCE","COMMISSIONING","BLOCKED","RESERVED"]},"validFrom":{"type":"string","format":"date-time"},"validTo":{"type":"string","format":"date-time"}}};
const func0 = Object.prototype.hasOwnProperty;
const formats0 = isDateTime;

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
if(data.temporaryStatus !== undefined && func0.call(data, "temporaryStatus")){
let data0 = data.temporaryStatus;
if(typeof data0 !== "string"){
const err0 = {instancePath:instancePath+"/temporaryStatus",schemaPath:"#/components/schemas/TemporaryStatus/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(!((((data0 === "MAINTENANCE") || (data0 === "COMMISSIONING")) || (data0 === "BLOCKED")) || (data0 === "RESERVED"))){
const err1 = {instancePath:instancePath+"/temporaryStatus",schemaPath:"#/components/schemas/TemporaryStatus/enum",keyword:"enum",params:{allowedValues: schema32.properties.temporaryStatus.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.validFrom !== undefined && func0.call(data, "validFrom")){
let data1 = data.validFrom;
if(typeof data1 === "string"){
if(!(formats0(data1))){
const err2 = {instancePath:instancePath+"/validFrom",schemaPath:"#/components/schemas/TemporaryEvseStatusUpdate/properties/validFrom/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
else {
const err3 = {instancePath:instancePath+"/validFrom",schemaPath:"#/components/schemas/TemporaryEvseStatusUpdate/properties/validFrom/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data.validTo !== undefined && func0.call(data, "validTo")){
let data2 = data.validTo;
if(typeof data2 === "string"){
if(!(formats0(data2))){
const err4 = {instancePath:instancePath+"/validTo",schemaPath:"#/components/schemas/TemporaryEvseStatusUpdate/properties/validTo/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
else {
const err5 = {instancePath:instancePath+"/validTo",schemaPath:"#/components/schemas/TemporaryEvseStatusUpdate/properties/validTo/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatusUpdate/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}
validate21.evaluated = {"props":{"temporaryStatus":true,"validFrom":true,"validTo":true},"dynamicProps":false,"dynamicItems":false};

const strict1 = validate22;
const schema33 = {"type":"object","properties":{"temporaryStatus":{"type":"string","enum":["MAINTENANCE","COMMISSIONING","BLOCKED","RESERVED"]},"validFrom":{"type":"string","format":"date-time"},"validTo":{"type":"string","format":"date-time"}},"additionalProperties":false};

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
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 of Object.keys(data)){
if(!(((key0 === "temporaryStatus") || (key0 === "validFrom")) || (key0 === "validTo"))){
const err0 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatusUpdate/properties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.temporaryStatus !== undefined && func0.call(data, "temporaryStatus")){
let data0 = data.temporaryStatus;
if(typeof data0 !== "string"){
const err1 = {instancePath:instancePath+"/temporaryStatus",schemaPath:"#/components/schemas/TemporaryStatus/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(!((((data0 === "MAINTENANCE") || (data0 === "COMMISSIONING")) || (data0 === "BLOCKED")) || (data0 === "RESERVED"))){
const err2 = {instancePath:instancePath+"/temporaryStatus",schemaPath:"#/components/schemas/TemporaryStatus/enum",keyword:"enum",params:{allowedValues: schema33.properties.temporaryStatus.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.validFrom !== undefined && func0.call(data, "validFrom")){
let data1 = data.validFrom;
if(typeof data1 === "string"){
if(!(formats0(data1))){
const err3 = {instancePath:instancePath+"/validFrom",schemaPath:"#/components/schemas/TemporaryEvseStatusUpdate/properties/validFrom/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
else {
const err4 = {instancePath:instancePath+"/validFrom",schemaPath:"#/components/schemas/TemporaryEvseStatusUpdate/properties/validFrom/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.validTo !== undefined && func0.call(data, "validTo")){
let data2 = data.validTo;
if(typeof data2 === "string"){
if(!(formats0(data2))){
const err5 = {instancePath:instancePath+"/validTo",schemaPath:"#/components/schemas/TemporaryEvseStatusUpdate/properties/validTo/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/validTo",schemaPath:"#/components/schemas/TemporaryEvseStatusUpdate/properties/validTo/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatusUpdate/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}
validate22.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const contract2 = validate23;
const schema34 = {"type":"integer"};

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
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err0 = {instancePath,schemaPath:"#/components/headers/X-RateLimit-Limit/schema/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate23.errors = vErrors;
return errors === 0;
}
validate23.evaluated = {"dynamicProps":false,"dynamicItems":false};

const contract3 = validate24;
const schema35 = {"type":"integer"};

function validate24(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate24.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err0 = {instancePath,schemaPath:"#/components/headers/X-RateLimit-Remaining/schema/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate24.errors = vErrors;
return errors === 0;
}
validate24.evaluated = {"dynamicProps":false,"dynamicItems":false};

const contract4 = validate25;
const schema36 = {"type":"integer"};

function validate25(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate25.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err0 = {instancePath,schemaPath:"#/components/headers/X-RateLimit-Reset/schema/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate25.errors = vErrors;
return errors === 0;
}
validate25.evaluated = {"dynamicProps":false,"dynamicItems":false};

const contract5 = validate26;
const schema37 = {"type":"string"};

function validate26(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate26.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/components/headers/Sunset/schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate26.errors = vErrors;
return errors === 0;
}
validate26.evaluated = {"dynamicProps":false,"dynamicItems":false};

const contract6 = validate27;
const schema38 = {"type":"object","required":["error"],"properties":{"error":{"type":"object","properties":{"type":{"type":"string"},"code":{"type":"string"},"message":{"type":"string"},"param":{"type":"string"},"request_id":{"type":"string"}}}}};

function validate27(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate27.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.error === undefined) || (!(func0.call(data, "error")))){
const err0 = {instancePath,schemaPath:"#/components/schemas/ErrorEnvelope/required",keyword:"required",params:{missingProperty: "error"},message:"must have required property '"+"error"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data.error !== undefined && func0.call(data, "error")){
let data0 = data.error;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.type !== undefined && func0.call(data0, "type")){
if(typeof data0.type !== "string"){
const err1 = {instancePath:instancePath+"/error/type",schemaPath:"#/components/schemas/ErrorDetails/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data0.code !== undefined && func0.call(data0, "code")){
if(typeof data0.code !== "string"){
const err2 = {instancePath:instancePath+"/error/code",schemaPath:"#/components/schemas/ErrorDetails/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.message !== undefined && func0.call(data0, "message")){
if(typeof data0.message !== "string"){
const err3 = {instancePath:instancePath+"/error/message",schemaPath:"#/components/schemas/ErrorDetails/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.param !== undefined && func0.call(data0, "param")){
if(typeof data0.param !== "string"){
const err4 = {instancePath:instancePath+"/error/param",schemaPath:"#/components/schemas/ErrorDetails/properties/param/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.request_id !== undefined && func0.call(data0, "request_id")){
if(typeof data0.request_id !== "string"){
const err5 = {instancePath:instancePath+"/error/request_id",schemaPath:"#/components/schemas/ErrorDetails/properties/request_id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath:instancePath+"/error",schemaPath:"#/components/schemas/ErrorDetails/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
}
else {
const err7 = {instancePath,schemaPath:"#/components/schemas/ErrorEnvelope/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
validate27.errors = vErrors;
return errors === 0;
}
validate27.evaluated = {"props":{"error":true},"dynamicProps":false,"dynamicItems":false};

const strict6 = validate28;
const schema39 = {"type":"object","required":["error"],"properties":{"error":{"type":"object","properties":{"type":{"type":"string"},"code":{"type":"string"},"message":{"type":"string"},"param":{"type":"string"},"request_id":{"type":"string"}},"additionalProperties":false}},"additionalProperties":false};

function validate28(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate28.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.error === undefined) || (!(func0.call(data, "error")))){
const err0 = {instancePath,schemaPath:"#/components/schemas/ErrorEnvelope/required",keyword:"required",params:{missingProperty: "error"},message:"must have required property '"+"error"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!(key0 === "error")){
const err1 = {instancePath,schemaPath:"#/components/schemas/ErrorEnvelope/properties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
if(data.error !== undefined && func0.call(data, "error")){
let data0 = data.error;
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
for(const key1 of Object.keys(data0)){
if(!(((((key1 === "type") || (key1 === "code")) || (key1 === "message")) || (key1 === "param")) || (key1 === "request_id"))){
const err2 = {instancePath:instancePath+"/error",schemaPath:"#/components/schemas/ErrorDetails/properties",keyword:"additionalProperties",params:{additionalProperty: key1},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data0.type !== undefined && func0.call(data0, "type")){
if(typeof data0.type !== "string"){
const err3 = {instancePath:instancePath+"/error/type",schemaPath:"#/components/schemas/ErrorDetails/properties/type/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
}
if(data0.code !== undefined && func0.call(data0, "code")){
if(typeof data0.code !== "string"){
const err4 = {instancePath:instancePath+"/error/code",schemaPath:"#/components/schemas/ErrorDetails/properties/code/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data0.message !== undefined && func0.call(data0, "message")){
if(typeof data0.message !== "string"){
const err5 = {instancePath:instancePath+"/error/message",schemaPath:"#/components/schemas/ErrorDetails/properties/message/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
if(data0.param !== undefined && func0.call(data0, "param")){
if(typeof data0.param !== "string"){
const err6 = {instancePath:instancePath+"/error/param",schemaPath:"#/components/schemas/ErrorDetails/properties/param/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data0.request_id !== undefined && func0.call(data0, "request_id")){
if(typeof data0.request_id !== "string"){
const err7 = {instancePath:instancePath+"/error/request_id",schemaPath:"#/components/schemas/ErrorDetails/properties/request_id/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
}
else {
const err8 = {instancePath:instancePath+"/error",schemaPath:"#/components/schemas/ErrorDetails/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/components/schemas/ErrorEnvelope/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate28.errors = vErrors;
return errors === 0;
}
validate28.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const contract7 = validate29;
const schema40 = {"type":"integer"};

function validate29(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate29.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
const err0 = {instancePath,schemaPath:"#/components/headers/Retry-After/schema/type",keyword:"type",params:{type: "integer"},message:"must be integer"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate29.errors = vErrors;
return errors === 0;
}
validate29.evaluated = {"dynamicProps":false,"dynamicItems":false};

const contract8 = validate30;
const schema41 = {"type":"string"};

function validate30(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate30.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/paths/~1v2~1temporary-evse-statuses/get/parameters/0/schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate30.errors = vErrors;
return errors === 0;
}
validate30.evaluated = {"dynamicProps":false,"dynamicItems":false};

const contract9 = validate31;
const schema42 = {"type":"string"};

function validate31(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate31.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(typeof data !== "string"){
const err0 = {instancePath,schemaPath:"#/paths/~1v2~1temporary-evse-statuses/get/parameters/1/schema/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
validate31.errors = vErrors;
return errors === 0;
}
validate31.evaluated = {"dynamicProps":false,"dynamicItems":false};

const contract10 = validate32;
const schema43 = {"type":"object","required":["evseId","temporaryStatus"],"properties":{"evseId":{"type":"string"},"temporaryStatus":{"type":"string","enum":["MAINTENANCE","COMMISSIONING","BLOCKED","RESERVED"]},"validFrom":{"type":"string","format":"date-time"},"validTo":{"type":"string","format":"date-time"}}};

function validate32(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate32.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.evseId === undefined) || (!(func0.call(data, "evseId")))){
const err0 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatusCreate/required",keyword:"required",params:{missingProperty: "evseId"},message:"must have required property '"+"evseId"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.temporaryStatus === undefined) || (!(func0.call(data, "temporaryStatus")))){
const err1 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatusCreate/required",keyword:"required",params:{missingProperty: "temporaryStatus"},message:"must have required property '"+"temporaryStatus"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data.evseId !== undefined && func0.call(data, "evseId")){
if(typeof data.evseId !== "string"){
const err2 = {instancePath:instancePath+"/evseId",schemaPath:"#/components/schemas/TemporaryEvseStatusCreate/properties/evseId/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.temporaryStatus !== undefined && func0.call(data, "temporaryStatus")){
let data1 = data.temporaryStatus;
if(typeof data1 !== "string"){
const err3 = {instancePath:instancePath+"/temporaryStatus",schemaPath:"#/components/schemas/TemporaryStatus/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(!((((data1 === "MAINTENANCE") || (data1 === "COMMISSIONING")) || (data1 === "BLOCKED")) || (data1 === "RESERVED"))){
const err4 = {instancePath:instancePath+"/temporaryStatus",schemaPath:"#/components/schemas/TemporaryStatus/enum",keyword:"enum",params:{allowedValues: schema43.properties.temporaryStatus.enum},message:"must be equal to one of the allowed values"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
}
if(data.validFrom !== undefined && func0.call(data, "validFrom")){
let data2 = data.validFrom;
if(typeof data2 === "string"){
if(!(formats0(data2))){
const err5 = {instancePath:instancePath+"/validFrom",schemaPath:"#/components/schemas/TemporaryEvseStatusCreate/properties/validFrom/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
else {
const err6 = {instancePath:instancePath+"/validFrom",schemaPath:"#/components/schemas/TemporaryEvseStatusCreate/properties/validFrom/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
}
if(data.validTo !== undefined && func0.call(data, "validTo")){
let data3 = data.validTo;
if(typeof data3 === "string"){
if(!(formats0(data3))){
const err7 = {instancePath:instancePath+"/validTo",schemaPath:"#/components/schemas/TemporaryEvseStatusCreate/properties/validTo/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
}
else {
const err8 = {instancePath:instancePath+"/validTo",schemaPath:"#/components/schemas/TemporaryEvseStatusCreate/properties/validTo/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
}
}
else {
const err9 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatusCreate/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
validate32.errors = vErrors;
return errors === 0;
}
validate32.evaluated = {"props":{"evseId":true,"temporaryStatus":true,"validFrom":true,"validTo":true},"dynamicProps":false,"dynamicItems":false};

const strict10 = validate33;
const schema44 = {"type":"object","required":["evseId","temporaryStatus"],"properties":{"evseId":{"type":"string"},"temporaryStatus":{"type":"string","enum":["MAINTENANCE","COMMISSIONING","BLOCKED","RESERVED"]},"validFrom":{"type":"string","format":"date-time"},"validTo":{"type":"string","format":"date-time"}},"additionalProperties":false};

function validate33(data, {instancePath="", parentData, parentDataProperty, rootData=data, dynamicAnchors={}}={}){
let vErrors = null;
let errors = 0;
const evaluated0 = validate33.evaluated;
if(evaluated0.dynamicProps){
evaluated0.props = undefined;
}
if(evaluated0.dynamicItems){
evaluated0.items = undefined;
}
if(data && typeof data == "object" && !Array.isArray(data)){
if((data.evseId === undefined) || (!(func0.call(data, "evseId")))){
const err0 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatusCreate/required",keyword:"required",params:{missingProperty: "evseId"},message:"must have required property '"+"evseId"+"'"};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if((data.temporaryStatus === undefined) || (!(func0.call(data, "temporaryStatus")))){
const err1 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatusCreate/required",keyword:"required",params:{missingProperty: "temporaryStatus"},message:"must have required property '"+"temporaryStatus"+"'"};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
for(const key0 of Object.keys(data)){
if(!((((key0 === "evseId") || (key0 === "temporaryStatus")) || (key0 === "validFrom")) || (key0 === "validTo"))){
const err2 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatusCreate/properties",keyword:"additionalProperties",params:{additionalProperty: key0},message:"must NOT have additional properties"};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
if(data.evseId !== undefined && func0.call(data, "evseId")){
if(typeof data.evseId !== "string"){
const err3 = {instancePath:instancePath+"/evseId",schemaPath:"#/components/schemas/TemporaryEvseStatusCreate/properties/evseId/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
let data1 = data.temporaryStatus;
if(typeof data1 !== "string"){
const err4 = {instancePath:instancePath+"/temporaryStatus",schemaPath:"#/components/schemas/TemporaryStatus/type",keyword:"type",params:{type: "string"},message:"must be string"};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(!((((data1 === "MAINTENANCE") || (data1 === "COMMISSIONING")) || (data1 === "BLOCKED")) || (data1 === "RESERVED"))){
const err5 = {instancePath:instancePath+"/temporaryStatus",schemaPath:"#/components/schemas/TemporaryStatus/enum",keyword:"enum",params:{allowedValues: schema44.properties.temporaryStatus.enum},message:"must be equal to one of the allowed values"};
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
let data2 = data.validFrom;
if(typeof data2 === "string"){
if(!(formats0(data2))){
const err6 = {instancePath:instancePath+"/validFrom",schemaPath:"#/components/schemas/TemporaryEvseStatusCreate/properties/validFrom/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
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
const err7 = {instancePath:instancePath+"/validFrom",schemaPath:"#/components/schemas/TemporaryEvseStatusCreate/properties/validFrom/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
let data3 = data.validTo;
if(typeof data3 === "string"){
if(!(formats0(data3))){
const err8 = {instancePath:instancePath+"/validTo",schemaPath:"#/components/schemas/TemporaryEvseStatusCreate/properties/validTo/format",keyword:"format",params:{format: "date-time"},message:"must match format \""+"date-time"+"\""};
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
const err9 = {instancePath:instancePath+"/validTo",schemaPath:"#/components/schemas/TemporaryEvseStatusCreate/properties/validTo/type",keyword:"type",params:{type: "string"},message:"must be string"};
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
const err10 = {instancePath,schemaPath:"#/components/schemas/TemporaryEvseStatusCreate/type",keyword:"type",params:{type: "object"},message:"must be object"};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
validate33.errors = vErrors;
return errors === 0;
}
validate33.evaluated = {"props":true,"dynamicProps":false,"dynamicItems":false};

const validator = (validate) => (value) => (validate(value) ? [] : validate.errors);

export const OTHER_VALIDATORS: Readonly<Record<string, Validators>> = {
  "#/paths/~1v2~1temporary-evse-statuses~1{id}/patch/parameters/0/schema": { contract: validator(contract0) },
  "#/components/schemas/TemporaryEvseStatusUpdate": { contract: validator(contract1), strict: validator(strict1) },
  "#/components/headers/X-RateLimit-Limit/schema": { contract: validator(contract2) },
  "#/components/headers/X-RateLimit-Remaining/schema": { contract: validator(contract3) },
  "#/components/headers/X-RateLimit-Reset/schema": { contract: validator(contract4) },
  "#/components/headers/Sunset/schema": { contract: validator(contract5) },
  "#/components/schemas/ErrorEnvelope": { contract: validator(contract6), strict: validator(strict6) },
  "#/components/headers/Retry-After/schema": { contract: validator(contract7) },
  "#/paths/~1v2~1temporary-evse-statuses/get/parameters/0/schema": { contract: validator(contract8) },
  "#/paths/~1v2~1temporary-evse-statuses/get/parameters/1/schema": { contract: validator(contract9) },
  "#/components/schemas/TemporaryEvseStatusCreate": { contract: validator(contract10), strict: validator(strict10) },
};

/** Validators of every body, parameter and header of the document, by the JSON pointer of their schema in it. */
export const VALIDATORS: Readonly<Record<string, Validators>> = { ...SUCCESS_VALIDATORS, ...OTHER_VALIDATORS };
