// Made by `npm run generate` from src/mock/page/ and openapi/temporary-evse-statuses.yaml. Do not edit: change these.

/** The mock's page, whole: it loads nothing. */
export const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Mock · Temporary EVSE Statuses</title>
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <link
      rel="icon"
      href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' rx='4' fill='%230b6b63'/%3E%3Cpath d='M9 2 4 9h3l-1 5 6-8H8z' fill='white'/%3E%3C/svg%3E"
    />
    <style>/* One sheet for light and dark: each colour is a pair. Every text keeps a contrast of at least 4.5 to what is behind it. */
:root {
  color-scheme: light dark;
  --ground: light-dark(#f3f5f8, #0f141b);
  --surface: light-dark(#ffffff, #171e28);
  --sunken: light-dark(#eef1f5, #1f2834);
  --line: light-dark(#d5dbe3, #2d3847);
  --edge: light-dark(#7b8796, #76869b);
  --text: light-dark(#17202c, #e7ecf3);
  --muted: light-dark(#4f5b6b, #a5b1c2);
  --accent: light-dark(#0b6b63, #54d1c2);
  --on-accent: light-dark(#ffffff, #06231f);
  --now: light-dark(#c2255c, #ff7aa8);
  --bad: light-dark(#b3261e, #ff9a92);
  --bad-ground: light-dark(#fdeceb, #3d1b1b);
  --warn: light-dark(#855000, #f2bd6a);
  --good: light-dark(#1a6b37, #7fd99c);
  --radius: 10px;
  font:
    15px/1.5 system-ui,
    'Segoe UI',
    Roboto,
    'Helvetica Neue',
    Arial,
    sans-serif;
  background: var(--ground);
  color: var(--text);
}

/* A hue for each status in the document's order; one that the document does not know has the last. */
[data-hue='0'] {
  --hue: light-dark(#935b00, #f2b14c);
}
[data-hue='1'] {
  --hue: light-dark(#1c5fb8, #83b7ff);
}
[data-hue='2'] {
  --hue: light-dark(#b3261e, #ff938b);
}
[data-hue='3'] {
  --hue: light-dark(#6a3fb5, #c3a5ff);
}
[data-hue='other'] {
  --hue: light-dark(#4f5b6b, #a5b1c2);
}

*,
*::before,
*::after {
  box-sizing: border-box;
}

[hidden] {
  display: none !important;
}

body {
  margin: 0;
  padding: 0 clamp(12px, 2.5vw, 32px) 40px;
}

h1,
h2,
p,
dl,
dd,
fieldset,
pre {
  margin: 0;
  padding: 0;
  border: 0;
}

h1 {
  font-size: 1.35rem;
  line-height: 1.2;
  letter-spacing: -0.01em;
}

h2 {
  font-size: 1.05rem;
}

code,
pre,
time,
.number {
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace;
  font-size: 0.9em;
  font-variant-numeric: tabular-nums;
}

.hidden,
.skip:not(:focus) {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}

.skip:focus {
  position: absolute;
  z-index: 2;
  margin: 8px;
  padding: 6px 12px;
  border-radius: 6px;
  background: var(--accent);
  color: var(--on-accent);
}

:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 2px;
}

/* Top */

.top {
  display: flex;
  flex-wrap: wrap;
  gap: 12px 40px;
  align-items: end;
  justify-content: space-between;
  padding: 22px 0 18px;
}

.kicker {
  color: var(--accent);
  font-size: 0.8rem;
  font-weight: 650;
  letter-spacing: 0.09em;
  text-transform: uppercase;
}

.where {
  display: flex;
  flex-wrap: wrap;
  gap: 8px 28px;
}

.where dt {
  color: var(--muted);
  font-size: 0.8rem;
}

.where dd {
  display: flex;
  flex-wrap: wrap;
  gap: 8px;
  align-items: center;
  min-height: 30px;
}

.live::before {
  content: '';
  display: inline-block;
  width: 9px;
  height: 9px;
  margin-right: 7px;
  border-radius: 50%;
  background: var(--edge);
}

.live[data-state='live']::before {
  background: var(--good);
}

.live[data-state='lost']::before {
  background: var(--bad);
}

.lost {
  margin-bottom: 16px;
  padding: 10px 14px;
  border: 1px solid var(--bad);
  border-radius: var(--radius);
  background: var(--bad-ground);
  color: var(--bad);
}

/* Cards */

main {
  display: grid;
  grid-template: 'records switches' auto 'requests switches' 1fr / minmax(0, 1fr) 362px;
  gap: 16px;
  align-items: start;
}

.card {
  padding: 16px 18px 18px;
  border: 1px solid var(--line);
  border-radius: var(--radius);
  background: var(--surface);
}

.records {
  grid-area: records;
}

.switches {
  grid-area: switches;
}

.requests {
  grid-area: requests;
}

.title {
  display: flex;
  flex-wrap: wrap;
  gap: 6px 16px;
  align-items: center;
  justify-content: space-between;
  margin-bottom: 10px;
}

.count {
  margin-left: 4px;
  color: var(--muted);
  font-weight: 400;
  font-size: 0.9em;
}

.empty {
  padding: 14px 0 4px;
  color: var(--muted);
}

pre {
  margin-top: 8px;
  padding: 10px 12px;
  overflow-x: auto;
  border-radius: 6px;
  background: var(--sunken);
  color: var(--text);
}

.tag,
.status,
.answer {
  display: inline-block;
  padding: 1px 8px;
  border-radius: 99px;
  font-size: 0.82rem;
  white-space: nowrap;
}

.tag {
  background: var(--sunken);
  color: var(--muted);
}

.tag:empty {
  display: none;
}

/* Tables; on a narrow screen each row becomes a block whose cells carry their column's name. */

table {
  width: 100%;
  border-collapse: collapse;
}

th {
  padding: 6px 10px 6px 0;
  border-bottom: 1px solid var(--line);
  color: var(--muted);
  font-weight: 500;
  font-size: 0.82rem;
  line-height: 1.3;
  text-align: left;
  vertical-align: bottom;
}

th small {
  display: block;
  font-size: 0.92em;
  font-weight: 400;
}

td {
  padding: 9px 10px 9px 0;
  border-bottom: 1px solid var(--line);
  vertical-align: top;
}

.evse,
.requests td {
  overflow-wrap: anywhere;
}

tbody tr:last-child td {
  border-bottom: 0;
}

.evse {
  min-width: 15ch;
}

.wide {
  width: 46%;
}

.note {
  margin-top: 8px;
  color: var(--muted);
  font-size: 0.82rem;
}

.status {
  border: 1px solid var(--hue);
  background: color-mix(in srgb, var(--hue) 9%, var(--surface));
  color: var(--hue);
  font-weight: 600;
  letter-spacing: 0.02em;
}

tr[data-phase='upcoming'] .shown,
tr[data-phase='ended'] .shown {
  color: var(--muted);
  font-style: italic;
}

.fresh td {
  animation: fresh 1.6s ease-out;
}

@keyframes fresh {
  from {
    background: color-mix(in srgb, var(--accent) 22%, transparent);
  }
}

/* The time line */

.validity {
  width: 36%;
  min-width: 200px;
}

.axis,
.track {
  position: relative;
  height: 20px;
}

.axis span {
  position: absolute;
  bottom: 0;
  transform: translateX(-50%);
  color: var(--muted);
  font-size: 0.92em;
  white-space: nowrap;
}

.axis .at-now {
  bottom: 17px;
  color: var(--now);
  font-weight: 650;
}

.axis-title {
  display: block;
  margin-bottom: 16px;
}

.track {
  overflow: hidden;
  border-radius: 4px;
  background: var(--sunken);
}

.track i {
  position: absolute;
  top: 0;
  bottom: 0;
  width: 1px;
  background: var(--line);
}

.track b {
  position: absolute;
  top: 4px;
  bottom: 4px;
  min-width: 5px;
  border-radius: 3px;
  background: var(--hue);
}

.track b.open-left {
  border-radius: 0 3px 3px 0;
  mask-image: linear-gradient(to right, transparent, #000 28px);
}

.track b.open-right {
  border-radius: 3px 0 0 3px;
  mask-image: linear-gradient(to left, transparent, #000 28px);
}

.track b.open-left.open-right {
  mask-image: linear-gradient(to right, transparent, #000 28px, #000 calc(100% - 28px), transparent);
}

tr:not([data-phase='active']) .track b {
  opacity: 0.55;
}

.track .at-now {
  width: 2px;
  margin-left: -1px;
  background: var(--now);
}

.track em {
  position: absolute;
  top: 0;
  padding: 0 6px;
  color: var(--text);
  font-size: 0.78rem;
  font-style: normal;
  line-height: 20px;
}

.track em.after {
  right: 0;
}

.when {
  margin-top: 3px;
  color: var(--muted);
  font-size: 0.82rem;
  line-height: 1.4;
}

.when strong {
  color: var(--text);
  font-weight: 600;
}

/* Requests */

.requests time {
  white-space: nowrap;
}

.method {
  font-weight: 650;
}

.answer {
  border-radius: 5px;
  background: var(--sunken);
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace;
  font-weight: 650;
}

.answer[data-class='2'] {
  color: var(--good);
}

.answer[data-class='4'] {
  color: var(--warn);
}

.answer[data-class='5'] {
  color: var(--bad);
}

.why {
  margin: 0;
  padding: 0;
  list-style: none;
}

/* Forms */

form,
.more {
  margin-top: 14px;
  padding-top: 14px;
  border-top: 1px solid var(--line);
}

.more form:first-child {
  margin-top: 8px;
  padding-top: 0;
  border-top: 0;
}

summary {
  cursor: pointer;
}

.more > summary {
  font-weight: 650;
}

fieldset {
  min-width: 0;
}

legend {
  padding: 0;
  font-weight: 650;
}

.hint {
  margin: 2px 0 8px;
  color: var(--muted);
  font-size: 0.86rem;
  line-height: 1.4;
}

.line {
  display: flex;
  flex-wrap: wrap;
  gap: 6px 10px;
  align-items: center;
  margin-top: 8px;
}

.line label,
.inline {
  display: inline-flex;
  flex-wrap: wrap;
  gap: 6px;
  align-items: center;
  font-size: 0.9rem;
}

.inline {
  color: var(--muted);
}

button,
input,
select {
  min-height: 34px;
  padding: 4px 10px;
  border: 1px solid var(--edge);
  border-radius: 6px;
  background: var(--surface);
  color: var(--text);
  font: inherit;
  font-size: 0.9rem;
}

input[type='number'] {
  width: 5em;
}

input[type='text'] {
  width: 12em;
}

input[type='checkbox'] {
  width: 18px;
  height: 18px;
  min-height: 0;
  accent-color: var(--accent);
}

input:user-invalid {
  border-color: var(--bad);
  outline-color: var(--bad);
}

button {
  cursor: pointer;
}

button:hover {
  border-color: var(--accent);
  background: color-mix(in srgb, var(--accent) 10%, var(--surface));
}

button:active {
  translate: 0 1px;
}

button.quiet {
  min-height: 28px;
  padding: 1px 9px;
  font-size: 0.82rem;
}

button.strong {
  border-color: var(--accent);
  background: var(--accent);
  color: var(--on-accent);
  font-weight: 650;
}

button.strong:hover {
  background: color-mix(in srgb, var(--accent) 88%, var(--text));
}

.answers {
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(140px, 1fr));
  gap: 6px;
}

.answers button {
  display: flex;
  gap: 8px;
  align-items: baseline;
  text-align: left;
  line-height: 1.25;
}

.answers b {
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}

.answers span {
  color: var(--muted);
  font-size: 0.8rem;
}

.said {
  position: sticky;
  bottom: 10px;
  margin-top: 12px;
  padding: 8px 12px;
  border-radius: 8px;
  background: var(--accent);
  color: var(--on-accent);
  font-size: 0.9rem;
  box-shadow: 0 2px 10px rgb(0 0 0 / 25%);
}

.said:empty {
  padding: 0;
  box-shadow: none;
}

.said[data-failed] {
  border: 1px solid var(--bad);
  background: var(--bad-ground);
  color: var(--bad);
}

.code {
  color: var(--muted);
}

@media (width < 1100px) {
  main {
    grid-template: 'records' auto 'switches' auto 'requests' auto / minmax(0, 1fr);
  }

  .settings {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(260px, 1fr));
    gap: 0 24px;
  }
}

@media (width < 900px) {
  body {
    padding-inline: 10px;
  }

  .card {
    padding: 14px 12px;
  }

  .stacks,
  .stacks tbody,
  .stacks tr,
  .stacks td {
    display: block;
    width: auto;
  }

  .stacks thead {
    position: absolute;
    clip-path: inset(50%);
    width: 1px;
    height: 1px;
    overflow: hidden;
  }

  .stacks tr {
    padding: 10px 0;
    border-bottom: 1px solid var(--line);
  }

  .records tbody {
    columns: 2 300px;
    column-gap: 32px;
  }

  .stacks tr {
    break-inside: avoid;
  }

  .stacks td {
    display: grid;
    grid-template-columns: 118px minmax(0, 1fr);
    gap: 10px;
    padding: 2px 0;
    border: 0;
  }

  .stacks td::before {
    content: attr(data-column);
    color: var(--muted);
    font-size: 0.82rem;
    line-height: 1.8;
  }

  .stacks td > * {
    justify-self: start;
  }

  .stacks td.validity {
    grid-template-columns: minmax(0, 1fr);
    gap: 2px;
    width: auto;
  }

  .stacks td.validity > * {
    justify-self: stretch;
  }

  .stacks .evse {
    min-width: 0;
  }

  .requests td:empty {
    display: none;
  }
}

@media (prefers-reduced-motion: reduce) {
  .fresh td {
    animation: none;
  }
}

@media (forced-colors: active) {
  .track b,
  .track .at-now {
    forced-color-adjust: none;
  }
}
</style>
  </head>
  <body>
    <a class="skip" href="#switches">Skip to the switches</a>

    <header class="top">
      <div>
        <p class="kicker">Mock</p>
        <h1>Temporary EVSE Statuses</h1>
      </div>
      <dl class="where">
        <div>
          <dt>Base URL</dt>
          <dd>
            <code id="base-url"></code>
            <button type="button" class="quiet" id="copy">Copy<span class="hidden"> the base URL</span></button>
          </dd>
        </div>
        <div>
          <dt>The mock’s clock (UTC)</dt>
          <dd><time id="now">–</time> <span id="clock-state" class="tag"></span></dd>
        </div>
        <div>
          <dt>Page</dt>
          <dd><span id="live" class="live" data-state="waiting">connecting</span></dd>
        </div>
      </dl>
    </header>

    <div id="lost" class="lost" role="alert" hidden></div>

    <main>
      <section class="card records" aria-labelledby="records-title">
        <div class="title">
          <h2 id="records-title">Records <span class="count" id="records-count"></span></h2>
          <label class="inline"
            >Time line
            <select id="span">
              <option value="all">everything</option>
              <option value="86400000">24 hours around now</option>
              <option value="604800000">7 days around now</option>
              <option value="2592000000">30 days around now</option>
              <option value="31536000000">1 year around now</option>
            </select>
          </label>
        </div>
        <table class="stacks" role="table" aria-labelledby="records-title">
          <thead role="rowgroup">
            <tr role="row" id="records-head"></tr>
          </thead>
          <tbody role="rowgroup" id="records"></tbody>
        </table>
        <p class="note">
          “Real status”: before its start and after its end, a record leaves the charger’s own (OCPP) status to be seen.
        </p>
        <p class="empty" id="records-empty" hidden>The mock holds no record. Reset brings the seed back.</p>
      </section>

      <section class="card switches" id="switches" tabindex="-1" aria-labelledby="switches-title">
        <div class="title">
          <h2 id="switches-title">Switches</h2>
          <button type="button" id="reset" class="strong" aria-describedby="reset-hint">Reset the mock</button>
        </div>
        <p class="hint" id="reset-hint">Reset brings back the records, switches and counters it was started with.</p>

        <form id="next-answers">
          <fieldset>
            <legend>Next answer</legend>
            <p class="hint" id="next-hint">
              The next request to the API gets this answer instead of its own, whatever it asks for.
            </p>
            <div class="answers" id="answers" role="group" aria-describedby="next-hint"></div>
            <div class="line">
              <label
                >How many times <input id="times" type="number" min="1" max="1000" step="1" value="1" required
              /></label>
            </div>
            <p class="line">Waiting: <span id="waiting">none</span></p>
          </fieldset>
        </form>

        <div id="settings" class="settings"></div>

        <form id="clock">
          <fieldset>
            <legend>Clock</legend>
            <p class="hint">Moves every record’s “now” and the rate limit’s window. Times are UTC.</p>
            <div class="line">
              <input
                id="clock-time"
                type="datetime-local"
                step="1"
                required
                aria-label="Time to set the clock to, UTC"
              />
              <button type="submit">Set</button>
            </div>
            <div class="line" id="clock-steps" role="group" aria-label="Move the clock"></div>
          </fieldset>
        </form>

        <details class="more">
          <summary>More switches</summary>
          <div id="more-settings" class="settings"></div>
        </details>
        <p id="said" class="said" role="status"></p>
      </section>

      <section class="card requests" aria-labelledby="requests-title">
        <div class="title">
          <h2 id="requests-title">Requests <span class="count" id="requests-count"></span></h2>
        </div>
        <table class="stacks" id="requests-table" role="table" aria-labelledby="requests-title" hidden>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">Time (UTC)</th>
              <th role="columnheader" scope="col" class="wide">Request</th>
              <th role="columnheader" scope="col">Answer</th>
              <th role="columnheader" scope="col">Why</th>
            </tr>
          </thead>
          <tbody role="rowgroup" id="requests"></tbody>
        </table>
        <div class="empty" id="requests-empty">
          <p>No request yet. Point your app at the base URL, or try:</p>
          <pre><code id="try"></code></pre>
        </div>
      </section>
    </main>

    <noscript><p class="lost">This page needs JavaScript; the mock itself does not.</p></noscript>
    <script type="application/json" id="facts">{
  "version": "2.7.0",
  "tries": [
    {
      "method": "PATCH",
      "path": "/v2/temporary-evse-statuses/42",
      "body": {
        "temporaryStatus": "MAINTENANCE",
        "validFrom": "2025-04-23T10:00:00Z",
        "validTo": "2025-04-23T18:00:00Z"
      }
    },
    {
      "method": "GET",
      "path": "/v2/temporary-evse-statuses"
    },
    {
      "method": "POST",
      "path": "/v2/temporary-evse-statuses",
      "body": {
        "evseId": "DK*SPI*E123*1",
        "temporaryStatus": "MAINTENANCE",
        "validFrom": "2025-04-23T10:00:00Z",
        "validTo": "2025-04-23T18:00:00Z"
      }
    }
  ],
  "statuses": [
    "MAINTENANCE",
    "COMMISSIONING",
    "BLOCKED",
    "RESERVED"
  ],
  "shownAs": [
    {
      "channel": "Spirii Go app",
      "delay": "instant",
      "values": {
        "MAINTENANCE": "Unavailable",
        "COMMISSIONING": "Coming Soon",
        "BLOCKED": "Blocked",
        "RESERVED": "Reserved"
      }
    },
    {
      "channel": "Hubject (OICP)",
      "delay": "at most 1 minute",
      "values": {
        "MAINTENANCE": "Out of Service",
        "COMMISSIONING": "Out of Service",
        "BLOCKED": "Occupied",
        "RESERVED": "Reserved"
      }
    },
    {
      "channel": "OCPI partners",
      "delay": "at most 15 seconds",
      "values": {
        "MAINTENANCE": "Inoperative",
        "COMMISSIONING": "Planned",
        "BLOCKED": "Blocked",
        "RESERVED": "Reserved"
      }
    }
  ],
  "answers": [
    {
      "status": "400",
      "name": "Bad request"
    },
    {
      "status": "401",
      "name": "Unauthorized"
    },
    {
      "status": "403",
      "name": "Forbidden"
    },
    {
      "status": "404",
      "name": "Not found"
    },
    {
      "status": "409",
      "name": "Conflict"
    },
    {
      "status": "410",
      "name": "Gone"
    },
    {
      "status": "422",
      "name": "Validation failed"
    },
    {
      "status": "429",
      "name": "Too many requests"
    },
    {
      "status": "503",
      "name": "Service unavailable"
    },
    {
      "status": "5XX",
      "name": "Server error"
    }
  ]
}</script>
    <script>
"use strict";
(() => {
  // src/mock/page/calls.ts
  var calls = new URL(\`\${location.pathname.replace(/\\/$/, "")}/\`, location.href);
  var baseUrl = new URL("..", calls).href.replace(/\\/$/, "");
  async function readState() {
    return stateOf(await fetch(new URL("state", calls), { cache: "no-store" }));
  }
  async function call(name, value) {
    const body = value === void 0 ? {} : { body: JSON.stringify(value), headers: { "Content-Type": "application/json" } };
    return stateOf(await fetch(new URL(name, calls), { method: "POST", ...body }));
  }
  function listen(onChange, onLost) {
    const source = new EventSource(new URL("events", calls));
    source.onmessage = onChange;
    source.onerror = () => {
      onLost();
      if (source.readyState === EventSource.CLOSED)
        setTimeout(() => {
          listen(onChange, onLost);
        }, 2e3);
    };
  }
  async function stateOf(response) {
    if (response.ok) return await response.json();
    const refusal = await response.json().catch(() => ({}));
    throw new Error(refusal.error?.message ?? \`The mock answered \${response.status}.\`);
  }

  // src/shared/rfc3339.ts
  var pattern = /^(\\d{4})-(\\d\\d)-(\\d\\d)t(\\d\\d):(\\d\\d):(\\d\\d)(\\.\\d+)?(?:z|([+-])(\\d\\d):(\\d\\d))$/i;
  function parseDateTime(text) {
    const match = pattern.exec(text);
    if (match === null) return void 0;
    const year = Number(match[1]);
    const month = Number(match[2]);
    const day2 = Number(match[3]);
    const hour2 = Number(match[4]);
    const minute2 = Number(match[5]);
    const second = Number(match[6]);
    const offsetHour = Number(match[9] ?? 0);
    const offsetMinute = Number(match[10] ?? 0);
    if (month < 1 || month > 12 || day2 < 1 || day2 > daysIn(year, month)) return void 0;
    if (hour2 > 23 || minute2 > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return void 0;
    const offset = (match[8] === "-" ? -1 : 1) * (offsetHour * 60 + offsetMinute) * 6e4;
    const instant = Date.UTC(year + 400, month - 1, day2, hour2, minute2, second) - millisecondsIn400Years - offset;
    if (second === 60 && !endsMonth(instant)) return void 0;
    return instant + (match[7] === void 0 ? 0 : Number(match[7]) * 1e3);
  }
  function isDateTime(text) {
    return parseDateTime(text) !== void 0;
  }
  var millisecondsIn400Years = 146097 * 864e5;
  function daysIn(year, month) {
    if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
    return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  }
  function endsMonth(instant) {
    const date = new Date(instant);
    return date.getUTCDate() === 1 && instant % 864e5 === 0;
  }

  // src/mock/json.ts
  function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
  }

  // src/mock/option-error.ts
  var MockOptionError = class extends Error {
    name = "MockOptionError";
    /** The option or switch, for example \`latencyMs\`. */
    option;
    constructor(option, message) {
      super(message);
      this.option = option;
    }
  };
  function show(value, redact = (text) => text) {
    let text;
    try {
      text = JSON.stringify(value);
    } catch {
    }
    text ??= typeof value === "function" ? "a function" : typeof value;
    text = redact(text);
    return text.length > 60 ? \`\${text.slice(0, 57)}…\` : text;
  }

  // src/mock/switches.ts
  var longestLatencyMs = 6e5;
  var SWITCHES = {
    latencyMs: {
      path: "latency",
      flag: "--latency",
      placeholder: "<ms|least..most>",
      help: "How long each answer takes, in milliseconds, or the bounds of a random length",
      initial: 0,
      read: (value) => {
        if (isLatency(value)) return value;
        if (Array.isArray(value) && value.length === 2) {
          const [least, most] = value;
          if (isLatency(least) && isLatency(most) && least <= most) return [least, most];
        }
        const rule = \`a number of milliseconds from 0 to \${longestLatencyMs}, or two of them, the lower first\`;
        throw wrong("latencyMs", rule, value);
      },
      parse: (text) => text.includes("..") ? text.split("..").map(toNumber) : toNumber(text)
    },
    rateLimit: {
      path: "rate-limit",
      flag: "--rate-limit",
      placeholder: "<document|off|requests/seconds>",
      help: "Requests in a window before 429 comes: as documented, none, or for example 5/60",
      initial: "document",
      read: (value) => {
        if (value === "document" || value === "off") return value;
        if (isObject(value)) {
          const { requests, windowSeconds } = value;
          if (isWhole(requests, 0) && isWhole(windowSeconds, 1)) return { requests, windowSeconds };
        }
        throw wrong(
          "rateLimit",
          '"document", "off" or { requests, windowSeconds }, both whole and the window at least 1 second',
          value
        );
      },
      parse: (text) => {
        const [requests, windowSeconds, ...more] = text.split("/");
        if (requests === void 0 || windowSeconds === void 0 || more.length > 0) return text;
        return { requests: toNumber(requests), windowSeconds: toNumber(windowSeconds) };
      }
    },
    errorRate: {
      path: "error-rate",
      flag: "--error-rate",
      placeholder: "<0..1[:status]>",
      help: "The share of requests that gets a server error, for example 0.1 or 0.1:500",
      initial: 0,
      read: (value) => {
        const isRate = (part) => typeof part === "number" && part >= 0 && part <= 1;
        if (isRate(value)) return value;
        if (isObject(value)) {
          const { rate, status } = value;
          if (isRate(rate) && isWhole(status, 400)) return { rate, status };
        }
        throw wrong("errorRate", "a number from 0 to 1, or { rate, status }", value);
      },
      parse: (text) => {
        const [rate = "", status] = text.split(":");
        return status === void 0 ? toNumber(rate) : { rate: toNumber(rate), status: toNumber(status) };
      }
    },
    keys: {
      path: "keys",
      flag: "--keys",
      placeholder: "<any|one|off>",
      help: "Which API keys are taken: any that is well-formed, one given key, or no key is asked for",
      initial: "any",
      read: (value) => {
        if (value === "any" || value === "off") return value;
        if (isObject(value) && typeof value["one"] === "string" && /^[\\x21-\\x7e]+$/.test(value["one"])) {
          return { one: value["one"] };
        }
        throw new MockOptionError("keys", 'keys must be "any", "off" or { one: the key, visible ASCII without spaces }.');
      },
      parse: (text) => text
    },
    clock: {
      path: "clock",
      flag: "--clock",
      placeholder: "<real|instant>",
      help: "The time: real, or an RFC 3339 instant at which it stands still",
      initial: "real",
      read: (value) => {
        if (value === "real" || typeof value === "string" && parseDateTime(value) !== void 0) return value;
        throw wrong("clock", '"real" or an RFC 3339 date-time such as "2025-04-23T10:00:00Z"', value);
      },
      parse: (text) => text
    },
    validFromWhenOmitted: {
      path: "valid-from-when-omitted",
      flag: "--valid-from-when-omitted",
      placeholder: "<keep|now>",
      help: "What an update without validFrom does to the stored one; the vendor does not say",
      initial: "keep",
      read: (value) => {
        if (value === "keep" || value === "now") return value;
        throw wrong("validFromWhenOmitted", '"keep" or "now"', value);
      },
      parse: (text) => text
    },
    randomSeed: {
      path: "random-seed",
      flag: "--random-seed",
      placeholder: "<number>",
      help: "Where the random numbers of latency and error rate start",
      initial: 1,
      read: (value) => {
        if (isWhole(value, 0)) return value;
        throw wrong("randomSeed", "a whole number from 0", value);
      },
      parse: toNumber
    }
  };
  var SWITCH_NAMES = Object.keys(SWITCHES);
  function wrong(option, rule, value) {
    return new MockOptionError(option, \`\${option} must be \${rule}; it was \${show(value)}.\`);
  }
  function isLatency(value) {
    return typeof value === "number" && value >= 0 && value <= longestLatencyMs;
  }
  function isWhole(value, least) {
    return Number.isSafeInteger(value) && value >= least;
  }
  function toNumber(text) {
    return text.trim() === "" ? NaN : Number(text);
  }

  // src/mock/page/dom.ts
  function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value === void 0 || value === false) continue;
      made.setAttribute(key, value === true ? "" : String(value));
    }
    made.append(...children);
    return made;
  }
  function byId(id) {
    const found = document.getElementById(id);
    if (found === null) throw new Error(\`The page has no element #\${id}.\`);
    return found;
  }

  // src/mock/page/clock.ts
  var steps = { "+1 min": 6e4, "+1 h": 36e5, "+1 day": 864e5 };
  var Clock = class {
    #now = Date.now();
    #seenAt = Date.now();
    #running = true;
    #edited = false;
    /** @param set - called with the switch's path, its new value, and how to say it */
    constructor(set) {
      const time = byId("clock-time");
      const turn2 = async (value, said) => {
        if (await set(SWITCHES.clock.path, value, said)) this.#edited = false;
      };
      time.addEventListener("input", () => this.#edited = true);
      byId("clock").addEventListener("submit", (event) => {
        event.preventDefault();
        const instant = [\`\${time.value}Z\`, \`\${time.value}:00Z\`].find(isDateTime) ?? time.value;
        void turn2(instant, \`The clock stands at \${instant}.\`);
      });
      const buttons = Object.entries(steps).map(
        ([label, length]) => stepButton(label, () => {
          const instant = toText(this.now() + length);
          void turn2(instant, \`The clock stands at \${instant}.\`);
        })
      );
      buttons.push(stepButton("Real time", () => void turn2("real", "The clock shows the real time.")));
      byId("clock-steps").replaceChildren(...buttons);
    }
    follow({ clock: clock2 }) {
      this.#now = parseDateTime(clock2.now) ?? Date.now();
      this.#seenAt = Date.now();
      this.#running = clock2.running;
      byId("clock-state").textContent = clock2.running ? "" : "stands still";
      if (!this.#edited) byId("clock-time").value = clock2.now.slice(0, 19);
    }
    now() {
      return this.#running ? this.#now + Date.now() - this.#seenAt : this.#now;
    }
    show() {
      const text = toText(this.now());
      byId("now").textContent = text.replace("T", " ").replace("Z", "");
      byId("now").setAttribute("datetime", text);
    }
  };
  function stepButton(label, press) {
    const button = element("button", { type: "button", class: "quiet" }, label);
    button.addEventListener("click", press);
    return button;
  }
  function toText(instant) {
    return \`\${new Date(instant).toISOString().slice(0, 19)}Z\`;
  }

  // src/mock/page/facts.ts
  function readFacts() {
    return JSON.parse(byId("facts").textContent);
  }
  function codeOf(answer) {
    return answer.status.replace(/XX$/, "00");
  }

  // src/mock/page/next-answers.ts
  function answerButtons(facts2, ask) {
    const times = byId("times");
    const form = byId("next-answers");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
    });
    const buttons = facts2.answers.map((answer) => {
      const code = codeOf(answer);
      const button = element("button", { type: "button" }, element("b", {}, code), " ", element("span", {}, answer.name));
      button.addEventListener("click", () => {
        if (form.reportValidity()) ask(Array(times.valueAsNumber).fill(Number(code)), \`\${code} \${answer.name}\`);
      });
      return button;
    });
    byId("answers").replaceChildren(...buttons);
  }
  function showWaiting({ nextAnswers }) {
    const groups = [];
    for (const text2 of nextAnswers.map(textOf)) {
      const last = groups.at(-1);
      if (last?.text === text2) last.count += 1;
      else groups.push({ text: text2, count: 1 });
    }
    const text = groups.map((group) => group.count === 1 ? group.text : \`\${group.text} × \${group.count}\`).join(", ");
    byId("waiting").textContent = text === "" ? "none" : text;
  }
  function textOf(answer) {
    if (typeof answer === "number") return String(answer);
    return answer.example === void 0 ? String(answer.status) : \`\${answer.status} (\${answer.example})\`;
  }

  // src/mock/page/timeline.ts
  function phaseOf(validity, now) {
    if (validity.to !== void 0 && validity.to <= now) return "ended";
    if (validity.from !== void 0 && validity.from > now) return "upcoming";
    return "active";
  }
  function spanOfAll(records2, now) {
    const instants = records2.flatMap(({ from: from2, to: to2 }) => [from2, to2]).filter((instant) => instant !== void 0);
    const from = Math.min(now, ...instants);
    const to = Math.max(now, ...instants);
    const room = Math.max((to - from) * 0.08, hour);
    return { from: from - room, to: to + room };
  }
  function spanAround(now, length) {
    return { from: now - length / 2, to: now + length / 2 };
  }
  function placeOf(instant, span) {
    return (instant - span.from) / (span.to - span.from);
  }
  function barOf(validity, span) {
    const left = validity.from === void 0 ? 0 : placeOf(validity.from, span);
    const right = validity.to === void 0 ? 1 : placeOf(validity.to, span);
    if (right < 0) return "before";
    if (left > 1) return "after";
    return { left: Math.max(left, 0), right: Math.max(Math.min(right, 1), Math.max(left, 0)) };
  }
  var minute = 6e4;
  var hour = 60 * minute;
  var day = 24 * hour;
  var steps2 = [minute, 5 * minute, 15 * minute, hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day];
  function ticksOf(span, most = 5) {
    const step = steps2.find((length) => (span.to - span.from) / length <= most - 1);
    const instants = step === void 0 ? roundMonths(span, most) : multiplesOf(step, span);
    return instants.map((instant) => ({ instant, label: labelOf(instant, step) }));
  }
  function multiplesOf(step, { from, to }) {
    const instants = [];
    for (let instant = Math.ceil(from / step) * step; instant <= to; instant += step) instants.push(instant);
    return instants;
  }
  function roundMonths({ from, to }, most) {
    const start = new Date(from).getUTCFullYear() * 12 + new Date(from).getUTCMonth() + 1;
    const end = new Date(to).getUTCFullYear() * 12 + new Date(to).getUTCMonth();
    const roundSteps = [1, 3, 6, 12, 24, 60, 120, 600, 1200, 6e3, 12e3, 6e4];
    const step = roundSteps.find((months) => (end - start) / months <= most - 1) ?? Infinity;
    const instants = [];
    for (let month = Math.ceil(start / step) * step; month <= end; month += step) {
      instants.push((/* @__PURE__ */ new Date(0)).setUTCFullYear(Math.floor(month / 12), month % 12, 1));
    }
    return instants;
  }
  function labelOf(instant, step) {
    const text = new Date(instant).toISOString();
    const [date = "", time = ""] = text.split("T");
    if (step === void 0) return date.endsWith("-01-01") ? date.slice(0, -6) : date.slice(0, -3);
    return time.startsWith("00:00") ? date.slice(-5) : time.slice(0, 5);
  }

  // src/mock/page/records.ts
  var mostRows = 200;
  var RecordsTable = class {
    #facts;
    #shown = "";
    #before = /* @__PURE__ */ new Map();
    constructor(facts2) {
      this.#facts = facts2;
    }
    /** Shows the records as they stand at \`now\`; touches nothing where it would look the same. */
    show(records2, now) {
      const choice2 = byId("span").value;
      const validities = records2.map(validityOf);
      const span = choice2 === "all" ? spanOfAll(validities, now) : spanAround(now, Number(choice2));
      const phases = validities.map((validity) => phaseOf(validity, now));
      const shown = JSON.stringify([
        records2,
        phases,
        Math.round(placeOf(now, span) * 500),
        ...Object.values(span).map(minutes)
      ]);
      if (shown === this.#shown) return;
      this.#shown = shown;
      byId("records-count").textContent = String(records2.length);
      byId("records-empty").hidden = records2.length > 0;
      byId("records-head").replaceChildren(...this.#head(span, now));
      const rows2 = records2.slice(0, mostRows).map((record, index) => this.#row(record, validities[index] ?? {}, phases[index] ?? "active", span, now));
      if (records2.length > mostRows) rows2.push(moreRow(records2.length - mostRows, 4 + this.#facts.shownAs.length));
      byId("records").replaceChildren(...rows2);
      this.#before = new Map(records2.map((record) => [record.id, JSON.stringify(record)]));
    }
    #head(span, now) {
      const marks = ticksOf(span).map(({ instant, label }) => ({ place: placeOf(instant, span), label })).filter(({ place }) => place > 0.04 && place < 0.96).map(({ place, label }) => placed(element("span", {}, label), place));
      const axis = element("div", { class: "axis", "aria-hidden": "true" });
      axis.append(...marks, placed(element("span", { class: "at-now" }, "now"), placeOf(now, span)));
      return [
        heading("ID"),
        heading("EVSE"),
        heading("Status"),
        ...this.#facts.shownAs.map(({ channel, delay }) => heading(channel, element("small", {}, delay))),
        element(
          "th",
          { role: "columnheader", scope: "col", class: "validity" },
          element("span", { class: "axis-title" }, "Valid (UTC)"),
          axis
        )
      ];
    }
    #row(record, validity, phase, span, now) {
      const { temporaryStatus } = record;
      const known = this.#facts.statuses.indexOf(temporaryStatus);
      const before = this.#before.get(record.id);
      const fresh = this.#before.size > 0 && before !== JSON.stringify(record);
      return element(
        "tr",
        {
          role: "row",
          "data-phase": phase,
          "data-hue": known === -1 ? "other" : known,
          class: fresh ? "fresh" : void 0
        },
        cell("ID", element("span", { class: "number id" }, String(record.id))),
        cell("EVSE", element("code", {}, record.evseId), "evse"),
        cell("Status", element("span", { class: "status" }, temporaryStatus)),
        ...this.#facts.shownAs.map(({ channel, values }) => {
          const as = Object.hasOwn(values, temporaryStatus) ? values[temporaryStatus] : void 0;
          const text = phase === "active" ? as ?? "not documented" : "real status";
          return cell(channel, element("span", { class: "shown" }, text));
        }),
        validityCell(record, validity, phase, span, now)
      );
    }
  };
  function validityOf({ validFrom, validTo }) {
    return {
      from: validFrom === void 0 ? void 0 : parseDateTime(validFrom),
      to: validTo === void 0 ? void 0 : parseDateTime(validTo)
    };
  }
  function validityCell(record, validity, phase, span, now) {
    const track = element("div", { class: "track", "aria-hidden": "true" });
    for (const { instant } of ticksOf(span)) track.append(placed(element("i"), placeOf(instant, span)));
    const bar = barOf(validity, span);
    if (typeof bar === "string") {
      track.append(element("em", { class: bar }, bar === "before" ? "◂ earlier" : "later ▸"));
    } else {
      const open = [validity.from === void 0 && "open-left", validity.to === void 0 && "open-right"];
      const shape = placed(element("b", { class: open.filter(Boolean).join(" ") }), bar.left);
      shape.style.width = percent(bar.right - bar.left);
      track.append(shape);
    }
    track.append(placed(element("i", { class: "at-now" }), placeOf(now, span)));
    return cell("Valid (UTC); the line is now", element("div", {}, track, whenOf(record, phase)), "validity");
  }
  function whenOf({ validFrom, validTo }, phase) {
    const from = validFrom === void 0 ? "no start" : readable(validFrom);
    const sameDay = validFrom !== void 0 && validTo?.slice(0, 10) === validFrom.slice(0, 10);
    const to = validTo === void 0 ? "until removed" : sameDay ? readable(validTo).slice(11) : readable(validTo);
    const line = element("p", { class: "when" }, \`\${from} – \${to} · \`);
    line.append(element("strong", {}, phase));
    return line;
  }
  function readable(timestamp) {
    const match = /^(\\d{4}-\\d\\d-\\d\\d)T(\\d\\d:\\d\\d)(:\\d\\d)?(?:\\.0+)?Z$/.exec(timestamp);
    if (match === null) return timestamp;
    const [, date = "", time = "", seconds = ""] = match;
    return \`\${date} \${time}\${seconds === ":00" ? "" : seconds}\`;
  }
  function heading(text, ...more) {
    return element("th", { role: "columnheader", scope: "col" }, text, ...more);
  }
  function cell(column, content, kind) {
    return element("td", { role: "cell", "data-column": column, class: kind }, content);
  }
  function moreRow(count, columns) {
    return element("tr", { role: "row" }, element("td", { role: "cell", colspan: columns }, \`… and \${count} more\`));
  }
  function placed(mark, place) {
    mark.style.left = percent(place);
    return mark;
  }
  function percent(fraction) {
    return \`\${(fraction * 100).toFixed(2)}%\`;
  }
  function minutes(instant) {
    return Math.round(instant / 6e4);
  }

  // src/mock/page/requests.ts
  var reasons = {
    prefer: "asked for with Prefer",
    respondNext: "asked for as next answer",
    errorRate: "error rate",
    rateLimit: "rate limit"
  };
  var rows = /* @__PURE__ */ new Map();
  function showRequests(requests) {
    const first = rows.size === 0;
    const before = rows;
    rows = new Map(
      requests.map((request) => {
        const key = JSON.stringify(request);
        return [key, before.get(key) ?? row(request, !first)];
      })
    );
    for (const [key, gone] of before) if (!rows.has(key)) gone.remove();
    for (const standing of rows.values()) if (!standing.isConnected) byId("requests").prepend(standing);
    byId("requests-count").textContent = requests.length === 0 ? "" : \`last \${requests.length}, newest first\`;
    byId("requests-empty").hidden = requests.length > 0;
    byId("requests-table").hidden = requests.length === 0;
  }
  function row(request, fresh) {
    return element(
      "tr",
      { role: "row", class: fresh && "fresh" },
      cell2("Time (UTC)", element("time", { datetime: request.at, title: request.at }, request.at.slice(11, 19))),
      cell2("Request", requestOf(request)),
      cell2(
        "Answer",
        element("span", { class: "answer", "data-class": Math.floor(request.status / 100) }, String(request.status))
      ),
      cell2("Why", ...whyOf(request))
    );
  }
  function requestOf({ method, path, body, id }) {
    const line = element("div", {}, element("code", { class: "method" }, method), " ", element("code", {}, path));
    if (body !== void 0) {
      line.append(
        element(
          "details",
          { "data-request": id },
          element("summary", {}, "Body"),
          element("pre", { tabindex: 0, role: "region", "aria-label": "Request body" }, element("code", {}, body))
        )
      );
    }
    return line;
  }
  function whyOf({ violations, ignoredFields, answeredBy, id }) {
    const lines = violations.map(
      ({ code, message }) => element("li", {}, \`\${message} \`, element("code", { class: "code" }, code))
    );
    if (ignoredFields.length > 0)
      lines.push(element("li", {}, "ignored: ", element("code", {}, ignoredFields.join(", "))));
    const reason = reasons[answeredBy];
    if (reason !== void 0) lines.push(element("li", { class: "reason" }, reason));
    return lines.length === 0 ? [] : [element("ul", { class: "why", "data-request": id }, ...lines)];
  }
  function cell2(column, ...content) {
    return element("td", { role: "cell", "data-column": column }, ...content);
  }

  // src/mock/page/settings.ts
  function settingsOf(facts2) {
    return {
      latencyMs: latency(),
      rateLimit: rateLimit(),
      errorRate: errorRate(facts2),
      keys: keys(),
      validFromWhenOmitted: choice(
        "An update without validFrom",
        "The vendor does not say what it does to the stored start.",
        "The start is",
        { keep: "kept", now: "set to now" }
      ),
      randomSeed: randomSeed()
    };
  }
  function settingsForms(facts2, set) {
    const rows2 = Object.entries(settingsOf(facts2)).map(([name, fields]) => {
      const { path } = SWITCHES[name];
      const form = element(
        "form",
        { "data-switch": name },
        element(
          "fieldset",
          {},
          element("legend", {}, fields.title),
          element("p", { class: "hint" }, fields.hint),
          element("div", { class: "line" }, ...fields.line, element("button", { type: "submit" }, "Set"))
        )
      );
      const row2 = { name, fields, edited: false, form };
      form.addEventListener("input", () => row2.edited = true);
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        void set(path, fields.read(), fields.title).then((done) => row2.edited &&= !done);
      });
      return row2;
    });
    return {
      forms: rows2.filter(({ fields }) => fields.more !== true).map(({ form }) => form),
      more: rows2.filter(({ fields }) => fields.more === true).map(({ form }) => form),
      // What a person is typing is left alone until it is set.
      show: (switches) => {
        for (const { name, fields, edited } of rows2) if (!edited) fields.write(switches[name]);
      }
    };
  }
  function latency() {
    const [least, most] = [number({ min: 0, step: "any" }), number({ min: 0, step: "any" })];
    return {
      title: "Latency",
      hint: "How long each answer takes; two different numbers: a random time between them.",
      line: [labelled("From", least), labelled("to", most, "ms")],
      write: (value) => {
        const [low, high] = typeof value === "number" ? [value, value] : value;
        [least.value, most.value] = [String(low), String(high)];
      },
      read: () => least.value === most.value ? least.valueAsNumber : [least.valueAsNumber, most.valueAsNumber]
    };
  }
  function rateLimit() {
    const kind = select({ document: "as documented", off: "off", own: "of my own" });
    const [requests, windowSeconds] = [number({ min: 0, step: 1 }), number({ min: 1, step: 1 })];
    const own = element("span", { class: "line" }, labelled("Requests", requests), labelled("in", windowSeconds, "s"));
    const fit = () => {
      own.hidden = kind.value !== "own";
      for (const input of [requests, windowSeconds]) input.disabled = own.hidden;
    };
    kind.addEventListener("change", fit);
    [requests.value, windowSeconds.value] = ["5", "60"];
    return {
      title: "Rate limit",
      hint: "After this many requests, 429 comes until the window ends.",
      line: [labelled("Limit", kind), own],
      write: (value) => {
        kind.value = typeof value === "string" ? value : "own";
        if (typeof value !== "string")
          [requests.value, windowSeconds.value] = [value.requests, value.windowSeconds].map(String);
        fit();
      },
      read: () => kind.value === "own" ? { requests: requests.valueAsNumber, windowSeconds: windowSeconds.valueAsNumber } : kind.value
    };
  }
  function errorRate(facts2) {
    const percent2 = number({ min: 0, max: 100, step: "any" });
    const codes = facts2.answers.map(codeOf).filter((code) => code.startsWith("5"));
    const status = select(Object.fromEntries(codes.map((code) => [code, code])));
    return {
      title: "Error rate",
      hint: "The share of requests that gets a server error, at random.",
      line: [labelled("Share", percent2, "%"), labelled("as", status)],
      write: (value) => {
        percent2.value = String((typeof value === "number" ? value : value.rate) * 100);
        status.value = typeof value === "number" ? codes[0] ?? "" : String(value.status);
      },
      read: () => ({ rate: percent2.valueAsNumber / 100, status: Number(status.value) })
    };
  }
  function keys() {
    const kind = select({ any: "any", one: "only this one", off: "none needed" });
    const key = element("input", {
      type: "text",
      autocomplete: "off",
      spellcheck: "false",
      pattern: "[!-~]+",
      required: true
    });
    const own = labelled("Key", key);
    const fit = () => {
      own.hidden = kind.value !== "one";
      key.disabled = own.hidden;
    };
    kind.addEventListener("change", fit);
    return {
      title: "API keys",
      hint: "Which keys the mock takes. Never give it a real one.",
      more: true,
      line: [labelled("Taken", kind), own],
      write: (value) => {
        kind.value = typeof value === "string" ? value : "one";
        key.value = "";
        fit();
      },
      read: () => kind.value === "one" ? { one: key.value } : kind.value
    };
  }
  function randomSeed() {
    const seed = number({ min: 0, step: 1 });
    return {
      title: "Random numbers",
      hint: "The same seed, the same latencies and errors.",
      more: true,
      line: [labelled("Seed", seed)],
      write: (value) => seed.value = String(value),
      read: () => seed.valueAsNumber
    };
  }
  function choice(title, hint, label, options) {
    const chosen = select(options);
    return {
      title,
      hint,
      more: true,
      line: [labelled(label, chosen)],
      write: (value) => chosen.value = value,
      read: () => chosen.value
    };
  }
  function number(attributes) {
    return element("input", { type: "number", required: true, ...attributes });
  }
  function select(options) {
    return element("select", {}, ...Object.entries(options).map(([value, text]) => element("option", { value }, text)));
  }
  function labelled(text, input, unit = "") {
    return element("label", {}, text, input, unit);
  }

  // src/mock/page/main.mts
  var facts = readFacts();
  var records = new RecordsTable(facts);
  var clock = new Clock((path, value, said) => turn(said, path, value));
  var settings = settingsForms(facts, (path, value, title) => turn(\`\${title} is set.\`, path, value));
  var state;
  var reading = false;
  var readAgain = false;
  async function turn(said, path, value) {
    try {
      show2(await call(path, value));
      say(said);
      return true;
    } catch (error) {
      say(error instanceof TypeError ? "The mock does not answer." : error.message, true);
      return false;
    }
  }
  var forgetting;
  function say(text, failed = false) {
    byId("said").textContent = text;
    byId("said").toggleAttribute("data-failed", failed);
    clearTimeout(forgetting);
    forgetting = setTimeout(() => {
      byId("said").textContent = "";
    }, 1e4);
  }
  function show2(fresh) {
    state = fresh;
    clock.follow(fresh);
    settings.show(fresh.switches);
    showWaiting(fresh);
    showRequests(fresh.requests);
    live(true);
    tick();
  }
  function tick() {
    if (state === void 0) return;
    clock.show();
    records.show(state.records, clock.now());
  }
  function live(answers) {
    const text = answers ? "live" : "lost";
    if (byId("live").dataset["state"] === text) return;
    byId("live").dataset["state"] = text;
    byId("live").textContent = answers ? "live" : "no answer";
    byId("lost").hidden = answers;
    byId("lost").textContent = answers ? "" : "The mock does not answer. This page shows its last state and goes on by itself when it is back.";
  }
  async function look() {
    readAgain = reading;
    if (reading) return;
    reading = true;
    try {
      do {
        readAgain = false;
        show2(await readState());
      } while (readAgain);
    } catch {
      live(false);
    } finally {
      reading = false;
    }
  }
  byId("base-url").textContent = baseUrl;
  byId("try").textContent = facts.tries.map(
    ({ method, path, body }) => [
      \`curl -X \${method} \${baseUrl}\${path}\`,
      \`  -H 'Authorization: Bearer any-key'\`,
      ...body === void 0 ? [] : [\`  -H 'Content-Type: application/json'\`, \`  -d '\${JSON.stringify(body)}'\`]
    ].join(" \\\\\\n")
  ).join("\\n\\n");
  byId("copy").addEventListener("click", () => {
    navigator.clipboard.writeText(baseUrl).then(
      () => {
        say("The base URL is copied.");
      },
      () => {
        say("The browser did not let the page copy; select the base URL instead.", true);
      }
    );
  });
  byId("settings").replaceChildren(...settings.forms);
  byId("more-settings").replaceChildren(...settings.more);
  answerButtons(facts, (answers, name) => {
    void turn(
      answers.length === 1 ? \`The next answer is \${name}.\` : \`The next \${answers.length} answers are \${name}.\`,
      "respond-next",
      answers
    );
  });
  byId("reset").addEventListener("click", () => {
    void turn("The mock is as it was when it was started.", "reset");
  });
  byId("span").addEventListener("change", tick);
  setInterval(() => {
    if (!document.hidden) tick();
  }, 1e3);
  listen(
    () => void look(),
    () => {
      live(false);
    }
  );
})();
</script>
  </body>
</html>
`;

/** The page's `Content-Security-Policy`: its own script and style, its own mock, nothing else. */
export const PAGE_POLICY = "default-src 'none'; script-src 'sha256-H64NOxSZggrEcNG0NXsT1TI4jLHC1iOY5f7v8NZ71S4='; style-src 'sha256-VAtbyz72SCrCvlHzqcTZgDoDcYLoNVm8inyUhypvNis='; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
