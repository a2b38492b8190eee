"""Words that software calls its parts by: agents, environments, sources. They name no person."""

from __future__ import annotations

import re

WORDS = frozenset(
    re.findall(
        r"\w+",
        """
        admin agent ai alpha analyst analyzer android answer api app application architect
        assistant async auto azure backend batch beta bot browser build bulk cache canary chain
        chat chatbot ci cli client cloud code coder commander config console controller coordinator
        copilot crawler critic cron cursor data db debug debugger default demo dev developer
        development direct dispatcher docs document draft editor embedder engine english env
        error eu eval evaluator example executor expert extractor false feedback file final
        finder first flow fr frontend function gateway german get github gitlab global gpt graph
        guard guardrail guest handler high human id image index ingest input integration
        internal ios jira job json judge kafka langchain langfuse langgraph latest lead linux
        live llm local log low mac main manager master medium memory merger message mobile mock
        model moderator module monitor my n8n new next no node none normal null off ok on one
        open openai operator orchestrator output owner parser pipeline plan planner playground
        plugin post prod production profile prompt proposer proxy public python qa query queue
        rag ranker reader recall redis ref request researcher response retriever retry reviewer
        rewriter root router rule run runner sandbox scheduler script search searcher second
        selector sentry server service session sim simulator slack solver source splitter stage
        staging standard starter state step stream studio sub summarizer summary supervisor
        support swarm sync synthetic system task teams temp terminal test tester testing text
        thread tool tools trace translator trigger true two type ui unit unknown us user v
        validator vector verifier version web webhook widget win windows worker workflow writer
        yes zapier
        """,
    )
)
PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
WRITTEN = re.compile(r"[A-Za-z0-9_.:-]{1,64}")
FEWEST_DIGITS = 5  # a longer number may be somebody's


def is_software(value: str) -> bool:
    """Return whether a value is made of such words, and of numbers that count."""
    if not WRITTEN.fullmatch(value):
        return False
    parts = PART.findall(value)
    words = [part for part in parts if not part.isdigit()]
    digits = sum(len(part) for part in parts if part.isdigit())
    return bool(words) and digits < FEWEST_DIGITS and all(one.lower() in WORDS for one in words)
