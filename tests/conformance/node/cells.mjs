// What each client is asked and must get back: tests/conformance/clients/cells.py, in JavaScript.

import assert from "node:assert/strict";
import net from "node:net";

export const NAME = "Sabine Krämer";
export const MAIL = "sabine.kraemer@example.org";
export const ADDRESS = "Lindenweg 7\n80331 München";
export const ASK = `Schreibe an ${NAME}, ${MAIL}, ${ADDRESS}`;
export const FIELDS = { person: NAME, email: MAIL, adress: ADDRESS };
export const REFUSED = "data:image/png;base64,AAAA";
export const MODEL = "m";
export const CUT = "cut";
export const SCHEMA = {
  type: "object",
  properties: Object.fromEntries(Object.keys(FIELDS).map((key) => [key, { type: "string" }])),
  required: Object.keys(FIELDS),
  additionalProperties: false,
};

export function checkLetter(text) {
  for (const value of Object.values(FIELDS)) assert.ok(text.includes(value), `not restored: ${text}`);
  assert.ok(!text.includes("[["), `left over: ${text}`);
}

export function checkFields(fields) {
  const parsed = typeof fields === "string" ? JSON.parse(fields) : fields;
  assert.deepEqual({ ...parsed }, FIELDS);
}

export function checkMetadata(metadata) {
  assert.equal(metadata.anonymized, true);
  assert.equal(metadata.placeholders.kept, Object.keys(FIELDS).length);
}

export async function fails(work) {
  try {
    await work();
  } catch (error) {
    return error;
  }
  assert.fail("no error");
}

// Runs the cases against the service named on the command line; a line of JSON for each,
// but for the names in the third argument.
export async function run(cases) {
  stayHere();
  const [url, refusal, left = ""] = process.argv.slice(2);
  for (const [name, work] of Object.entries(cases)) {
    if (left.split(",").includes(name)) continue;
    let fault = null;
    try {
      await work({ url, refusal });
    } catch (error) {
      fault = `${error.name}: ${error.message}`.slice(0, 600);
    }
    console.log(JSON.stringify({ case: name, fault }));
  }
  process.exit(0);
}

function stayHere() {
  const connect = net.Socket.prototype.connect;
  net.Socket.prototype.connect = function guarded(...args) {
    const options = Array.isArray(args[0]) ? args[0][0] : args[0];
    const host = options?.host ?? options?.hostname;
    if (host && !["127.0.0.1", "::1", "localhost"].includes(host))
      throw new Error("a client tried to leave the machine");
    return connect.apply(this, args);
  };
}
