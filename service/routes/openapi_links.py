"""Links of the API description: which calls go on with what an answer gives.

https://spec.openapis.org/oas/v3.1.0#link-object
"""

from __future__ import annotations

from typing import Any

DESCRIBE_JOB, FORGET_JOB = "describe_job", "forget_job"
STATUS, STRINGS = "status", "strings"
JOB_ID = "job_id"


def links(*operations: str) -> dict[str, Any]:
    """Return what a documented answer says that holds a job id for these operations."""
    parameters = {JOB_ID: f"$response.body#/{JOB_ID}"}
    return {"links": {name: {"operationId": name, "parameters": parameters} for name in operations}}
