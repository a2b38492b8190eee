// Vercel AI SDK: `ai` with `@ai-sdk/openai-compatible`, which speaks chat completions.

import assert from "node:assert/strict";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { APICallError, Output, generateText, stepCountIs, streamText, tool } from "ai";
import { z } from "zod";
import * as cells from "./cells.mjs";

const { ASK, CUT, MODEL, REFUSED } = cells;
const Letter = z.object({ person: z.string(), email: z.string(), adress: z.string() });
globalThis.AI_SDK_LOG_WARNINGS = false;

function options(service, name = MODEL) {
  const provider = createOpenAICompatible({
    name: "deckname",
    baseURL: service.url,
    apiKey: "sk-test",
    includeUsage: true,
    supportsStructuredOutputs: true,
  });
  const quiet = { onError: () => {} };
  return { model: provider(name), system: "Sei knapp.", prompt: ASK, maxRetries: 0, ...quiet };
}

// The tool runs here, with the real values; its result goes back masked.
function sending(seen) {
  const send_letter = tool({
    description: "Sends a letter.",
    inputSchema: Letter,
    execute: async (fields) => {
      seen.push(fields);
      return fields;
    },
  });
  return { tools: { send_letter }, stopWhen: stepCountIs(3) };
}

await cells.run({
  chat: async (service) => {
    const answer = await generateText(options(service));
    cells.checkLetter(answer.text);
    cells.checkMetadata(answer.response.body._anymize);
  },
  stream: async (service) => {
    let text = "";
    for await (const piece of streamText(options(service)).textStream) text += piece;
    cells.checkLetter(text);
  },
  tools: async (service) => {
    const seen = [];
    const answer = await generateText({ ...options(service), ...sending(seen) });
    assert.equal(seen.length, 1);
    cells.checkFields(seen[0]);
    cells.checkLetter(answer.text);
  },
  "tools stream": async (service) => {
    const seen = [];
    const answer = streamText({ ...options(service), ...sending(seen) });
    cells.checkLetter(await answer.text);
    cells.checkFields(seen[0]);
  },
  json: async (service) => {
    const output = Output.object({ schema: Letter });
    cells.checkFields((await generateText({ ...options(service), output })).output);
  },
  "json stream": async (service) => {
    const output = Output.object({ schema: Letter });
    const answer = streamText({ ...options(service), output });
    let last;
    for await (last of answer.partialOutputStream);
    cells.checkFields(last);
    cells.checkFields(await answer.output);
  },
  error: async (service) => {
    const error = await cells.fails(() => generateText({ ...options(service), prompt: REFUSED }));
    assert.ok(APICallError.isInstance(error), error);
    assert.equal(error.message, service.refusal);
    assert.equal(error.isRetryable, false);
  },
  cut: async (service) => {
    const kinds = [];
    let told = "";
    for await (const part of streamText(options(service, CUT)).fullStream) {
      kinds.push(part.type);
      if (part.type === "error") told = JSON.stringify(part.error) + String(part.error?.message);
    }
    assert.ok(kinds.includes("error"), kinds.join(" "));
    assert.ok(told.includes("broke off"), told);
  },
});
