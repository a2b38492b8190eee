"""The table of fields: nothing in it can hold text, and each thing that derives from it fits."""

from __future__ import annotations

from typing import get_args

import pytest

from service.observability import metrics
from service.observability.fields import (
    BY_NAME,
    FIELDS,
    FieldNotAllowedError,
    Value,
    attributes,
    check,
    counted_by,
)
from service.observability.stages import Stage


def test_no_field_is_meant_for_text() -> None:
    forbidden = {"text", "value", "values", "message", "content", "body", "prompt", "exception"}
    assert not BY_NAME.keys() & forbidden
    assert len(BY_NAME) == len(FIELDS)


@pytest.mark.parametrize(
    ("field", "value"),
    [("sent", "Sabine"), ("sent", True), ("stream", 1), ("stream", "yes"), ("job_id", 7)],
)
def test_a_value_of_another_type_is_refused_and_not_repeated(field: str, value: Value) -> None:
    with pytest.raises(FieldNotAllowedError) as caught:
        check({field: value})
    assert str(caught.value) == field


def test_any_field_may_be_unknown() -> None:
    check(dict.fromkeys(BY_NAME))


def test_each_stage_has_its_field() -> None:
    assert set(counted_by("stage_seconds")) == {f"{stage}_ms" for stage in get_args(Stage)}


def test_each_metric_of_the_table_is_one_that_is_served() -> None:
    served = metrics.write(None).decode()
    named = {one.metric for one in FIELDS if one.metric}
    assert [name for name in named if f"# TYPE deckname_{name}" not in served] == []


def test_a_span_gets_its_own_names_and_neither_tenant_nor_job() -> None:
    line: dict[str, Value] = {"tenant": "acme", "job_id": "j", "status": 200, "code": None}
    assert attributes(line | {"sent": 0}) == {"http.response.status_code": 200, "deckname.sent": 0}
