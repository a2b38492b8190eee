// openai-node, the official SDK: chat completions and Responses.

import assert from "node:assert/strict";
import OpenAI from "openai";
import { zodResponseFormat, zodTextFormat } from "openai/helpers/zod";
import { z } from "zod";
import * as cells from "./cells.mjs";

const { ASK, CUT, MODEL, REFUSED } = cells;
const messages = [
  { role: "system", content: "Sei knapp." },
  { role: "user", content: ASK },
];
const fn = { name: "send_letter", parameters: cells.SCHEMA };
const tools = [{ type: "function", function: fn }];
const flat = [{ type: "function", strict: true, ...fn }];
const Letter = z.object({ person: z.string(), email: z.string(), adress: z.string() });
const client = ({ url }) =>
  new OpenAI({ baseURL: url, apiKey: "sk-test", maxRetries: 0, timeout: 20_000 });
const complete = (service, more = {}) =>
  client(service).chat.completions.create({ model: MODEL, messages, ...more });
const respond = (service, more = {}) =>
  client(service).responses.create({ model: MODEL, input: ASK, instructions: "Sei knapp.", ...more });

await cells.run({
  chat: async (service) => {
    const answer = await complete(service);
    cells.checkLetter(answer.choices[0].message.content);
    cells.checkMetadata(answer._anymize);
  },
  stream: async (service) => {
    let text = "";
    let last;
    for await (last of await complete(service, { stream: true }))
      text += last.choices[0]?.delta.content ?? "";
    cells.checkLetter(text);
    cells.checkMetadata(last._anymize);
  },
  tools: async (service) => {
    const { message } = (await complete(service, { tools })).choices[0];
    const [call] = message.tool_calls;
    cells.checkFields(call.function.arguments);
    const result = { role: "tool", tool_call_id: call.id, content: call.function.arguments };
    const history = [...messages, message, result];
    const answer = await complete(service, { tools, messages: history });
    cells.checkLetter(answer.choices[0].message.content);
  },
  "tools stream": async (service) => {
    const stream = client(service).chat.completions.stream({ model: MODEL, messages, tools });
    const { choices } = await stream.finalChatCompletion();
    cells.checkFields(choices[0].message.tool_calls[0].function.arguments);
  },
  json: async (service) => {
    const answer = await client(service).chat.completions.parse({
      model: MODEL,
      messages,
      response_format: zodResponseFormat(Letter, "letter"),
    });
    cells.checkFields(answer.choices[0].message.parsed);
  },
  "json stream": async (service) => {
    const stream = client(service).chat.completions.stream({
      model: MODEL,
      messages,
      response_format: zodResponseFormat(Letter, "letter"),
    });
    cells.checkFields((await stream.finalChatCompletion()).choices[0].message.parsed);
  },
  responses: async (service) => {
    const answer = await respond(service);
    cells.checkLetter(answer.output_text);
    cells.checkMetadata(answer._anymize);
    assert.equal(answer.instructions ?? "Sei knapp.", "Sei knapp."); // aimock does not repeat it
  },
  "resp. stream": async (service) => {
    let text = "";
    const stream = client(service).responses.stream({ model: MODEL, input: ASK });
    stream.on("response.output_text.delta", (event) => (text += event.delta));
    cells.checkLetter((await stream.finalResponse()).output_text);
    cells.checkLetter(text);
  },
  "resp. tools": async (service) => {
    cells.checkFields((await respond(service, { tools: flat })).output[0].arguments);
    const stream = client(service).responses.stream({ model: MODEL, input: ASK, tools: flat });
    const [call] = (await stream.finalResponse()).output;
    cells.checkFields(call.arguments);
    const result = { type: "function_call_output", call_id: call.call_id, output: call.arguments };
    const { parsed_arguments: _, ...sent } = call;
    const input = [{ role: "user", content: ASK }, sent, result];
    cells.checkLetter((await respond(service, { input, tools: flat })).output_text);
  },
  "resp. json": async (service) => {
    const text = { format: zodTextFormat(Letter, "letter") };
    const answer = await client(service).responses.parse({ model: MODEL, input: ASK, text });
    cells.checkFields(answer.output_parsed);
  },
  error: async (service) => {
    const told = { messages: [{ role: "user", content: REFUSED }] };
    for (const work of [() => complete(service, told), () => respond(service, { input: REFUSED })]) {
      const error = await cells.fails(work);
      assert.ok(error instanceof OpenAI.BadRequestError, error);
      assert.ok(error.message.includes(service.refusal), error.message);
      assert.equal(error.code, "unsupported_media");
      assert.ok(error.requestID);
    }
  },
  cut: async (service) => {
    const error = await cells.fails(async () => {
      for await (const _ of await complete(service, { model: CUT, stream: true }));
    });
    assert.ok(error instanceof OpenAI.APIError, error);
    assert.equal(error.code, "upstream_unavailable");
    const refused = await cells.fails(async () => {
      for await (const event of await respond(service, { model: CUT, stream: true }))
        if (event.type === "error") throw new Error(event.code);
    });
    assert.ok(/upstream_unavailable|broke off/.test(refused.message), refused.message);
  },
});
