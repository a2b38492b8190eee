"""The desk of the commands: takes a file through the pipeline, and writes what comes out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from service.commands.documents import Document, Passage, passages, spliced, text_document, written
from service.commands.file_kinds import refuse_encoded, refuse_kind
from service.commands.files import Piece
from service.commands.findings import explained_lines, found_lines
from service.commands.mail import is_mail, mail_document
from service.commands.order import Order
from service.detection.analyzer import Analyzer
from service.errors import DecknameError, DetectionFailedError, JobNotFoundError
from service.parts import Parts
from service.pipeline import Found, Job
from service.settings import Settings
from service.tenants.tenants import DEFAULT_TENANT
from service.text.spans import Span
from service.vault.file import FileStore
from service.vault.sealed_job import address
from service.wire.slots import Slot, render, text_slots

DAY = 86_400
DAYS = 30
FOREVER = 100 * 366 * DAY  # beyond all that --days takes, which alone binds a vault file
# One file may take so long where no setting says otherwise: nobody else waits for it.
ANALYZE_SECONDS = 600
GAP = " "


class ShortLifeError(ValueError):
    """Values would be kept shorter than was asked for."""


class NoAnalyzer(Analyzer):
    """Loads no model: restoring searches for nothing."""

    def __init__(self) -> None:
        """Hold nothing."""

    async def analyze(self, texts: Sequence[str], tenant: str = "") -> list[list[Span]]:
        """Raise DetectionFailedError."""
        del texts, tenant
        raise DetectionFailedError

    def close(self) -> None:
        """Do nothing."""


@dataclass(frozen=True, slots=True)
class Done:
    """What was done with one file; no text."""

    size: int
    entities: Counter[str] = field(default_factory=Counter)
    restored: int = 0
    left: int = 0


class Desk:
    """The parts that the commands work with."""

    def __init__(
        self,
        settings: Settings,
        order: Order,
        store: FileStore | None,
        show: Callable[[str], None],
        analyzer: Analyzer | None = None,
    ) -> None:
        """Work on an order; `show` prints what is found. Raises ShortLifeError.

        An analyzer that is given stays open.
        """
        self._settings = _of_commands(settings, has_file=store is not None)
        self._given = analyzer
        if order.command == "restore":
            analyzer = NoAnalyzer()
        self._parts = Parts(self._settings, analyzer, store)
        self._order = order
        self._file = store
        self._show = show
        self._policy = self._parts.policies.choose(order.policy)
        self._job = Job(DEFAULT_TENANT, order.job, self._seconds())
        self._pipeline = self._parts.pipeline

    async def do(self, piece: Piece) -> Done:
        """Work on one file, and return what was done.

        Raises FileRefusedError, DecknameError and OSError; then nothing is written for it.
        """
        content = piece.read()
        document = self._read(content, piece.source.name if piece.source else "")
        if self._order.command == "restore":
            return await self._restore(piece, content, document)
        if self._order.command == "analyze" or self._order.dry_run:
            return await self._analyze(piece, content, document)
        return await self._anonymize(piece, content, document)

    async def check_life(self) -> None:
        """Raise ShortLifeError when a shared vault holds the job for fewer days than asked for."""
        if self._file is not None or self._order.days is None or not self._order.needs_vault:
            return
        with suppress(JobNotFoundError):
            held = await self._parts.vault.describe(DEFAULT_TENANT, self._job.id)
            if held.ttl_seconds < self._job.ttl_seconds - DAY:
                raise ShortLifeError(
                    "the job ends before --days; name another one with --job, or leave --days out"
                )

    async def close(self) -> None:
        """Close the vault and the model's thread."""
        if self._given is None:
            self._parts.analyzer.close()
        with suppress(DecknameError):
            await self._parts.vault.close()

    def _seconds(self) -> int:
        most = self._settings.max_ttl_seconds
        asked = self._order.days
        if asked is None:
            return min(DAYS * DAY, most)
        kept = self._order.needs_vault and self._settings.vault_kind != "memory"
        if asked * DAY > most and kept:
            raise ShortLifeError(
                f"--days {asked} is more than DECKNAME_MAX_TTL_SECONDS allows ({most // DAY} days)"
            )
        return min(asked * DAY, FOREVER)

    def _read(self, content: bytes, name: str) -> Document:
        refuse_kind(content)
        read = mail_document if is_mail(content, name) else text_document
        return read(content, self._order.encoding)

    async def _anonymize(self, piece: Piece, content: bytes, document: Document) -> Done:
        slots = _slots(document)
        done = await self._pipeline.anonymize(self._job, slots, self._policy)
        await self._live_on()
        whole = render([slot.text for slot in slots], done.replacements)
        texts = list(map(_masked, passages(document), whole, done.found))
        for text in texts:
            refuse_encoded("".join(text))
        piece.write(written(document, texts))  # after its values, which are in the vault by now
        entities = Counter(one.span.entity for found in done.found for one in found)
        return Done(len(content), entities)

    async def _live_on(self) -> None:
        """Lengthen the life of values in a vault file: from now, as many days as asked for."""
        if self._file is not None:
            await self._file.touch(address(DEFAULT_TENANT, self._job.id), self._job.ttl_seconds)

    async def _restore(self, piece: Piece, content: bytes, document: Document) -> Done:
        segments = [one.segments for one in passages(document)]
        repair = self._settings.integrity != "report"
        flat = [text for one in segments for text in one]
        done = await self._pipeline.restore(self._job, flat, repair=repair)
        following = iter(done.texts)
        result = written(document, [[next(following) for _ in one] for one in segments])
        if not self._order.dry_run:
            piece.write(result)
        damaged = len(done.tally.forms) - done.tally.repaired
        return Done(len(content), restored=done.replacements, left=len(done.unknown) + damaged)

    async def _analyze(self, piece: Piece, content: bytes, document: Document) -> Done:
        slots = _slots(document)
        found = await self._pipeline.analyze(DEFAULT_TENANT, slots, self._policy)
        for slot, spans in zip(slots, found, strict=True):
            gaps = [(slot.place(span.start), slot.place(span.end), GAP) for span in spans]
            refuse_encoded(next(spliced([slot.text], gaps)))
        if self._order.explain:
            explained = await self._pipeline.explain(DEFAULT_TENANT, slots, self._policy)
            lines = explained_lines(piece.name, slots, explained, as_json=self._order.as_json)
        else:
            lines = found_lines(piece.name, slots, found, as_json=self._order.as_json)
        if self._order.command == "analyze":
            for line in lines:
                self._show(line)
        return Done(len(content), Counter(span.entity for spans in found for span in spans))


def _masked(passage: Passage, whole: str, found: Sequence[Found]) -> list[str]:
    """Return the texts of a passage's segments, masked as the `whole` of it was."""
    if len(passage.segments) == 1:
        return [whole]
    replaced = [(one.span.start, one.span.end, one.replacement) for one in found]
    return list(spliced(passage.segments, replaced))


def _of_commands(settings: Settings, *, has_file: bool) -> Settings:
    """Return the settings without what they say of services: no tenants, no hurry."""
    changed: dict[str, object] = {"api_keys_file": None}
    if has_file:
        changed["max_ttl_seconds"] = FOREVER
    if "analyze_timeout_seconds" not in settings.model_fields_set:
        changed["analyze_timeout_seconds"] = ANALYZE_SECONDS
    return settings.model_copy(update=changed)


def _slots(document: Document) -> list[Slot]:
    """Return a slot for each passage; JSON is looked for where a passage is one text."""
    texts = ["".join(one.segments) for one in passages(document)]
    return [
        slot if len(passage.segments) == 1 else replace(slot, json=None)
        for passage, slot in zip(passages(document), text_slots(texts), strict=True)
    ]
