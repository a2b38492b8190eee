// @copilotkit/aimock as the upstream: answers with the placeholders that it was sent. Prints its
// address and serves until standard input ends; then prints all that it received.

import { LLMock } from "@copilotkit/aimock";

const PLACEHOLDER = /\[\[(\w+)-[A-Z0-9]{6}\]\]/g;
const mock = new LLMock({ port: 0, host: "127.0.0.1", chunkSize: 3 });

function answer(request) {
  const found = JSON.stringify(request.messages).matchAll(PLACEHOLDER);
  const fields = Object.fromEntries([...found].map(([all, label]) => [label.toLowerCase(), all]));
  const last = request.messages.at(-1);
  const [tool] = request.tools ?? [];
  if (tool && last.role === "user")
    return { toolCalls: [{ name: tool.function.name, arguments: JSON.stringify(fields) }] };
  if (request.response_format && request.response_format.type !== "text")
    return { content: JSON.stringify(fields) };
  return { content: `Guten Tag, notiert: ${Object.values(fields).join(", ")}.` };
}

mock.on({ model: "cut" }, answer, { truncateAfterChunks: 4 });
mock.on({ predicate: () => true }, answer);
await mock.start();
console.log(mock.url);
process.stdin.resume();
process.stdin.on("end", async () => {
  console.log(JSON.stringify(mock.getRequests().map(({ path, headers, body }) => [path, headers, body])));
  await mock.stop();
  process.exit(0);
});
