"""Rendered Kubernetes objects as `podman play kube` can start them, without a cluster.

Podman 4.3 knows no native sidecars, no ports without a network, and asks its HTTP probes with a
curl in the image. These are changed; images, commands, users, limits and settings stay.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any

import yaml

PORT = 8080


def playable(rendered: str, folder: Path) -> str:
    """Return the ConfigMaps and the pods of Deployments, secrets as files below `folder`."""
    objects = [one for one in yaml.safe_load_all(rendered) if one]
    secrets = {one["metadata"]["name"]: one["stringData"] for one in objects if _is(one, "Secret")}
    kept = [one for one in objects if _is(one, "ConfigMap")]
    for one in objects:
        if _is(one, "Deployment") and not one["metadata"]["name"].endswith("-redis"):
            _simplify(one["spec"]["template"]["spec"], secrets, folder)
            kept.append(one)
    return "\n---\n".join(json.dumps(one) for one in kept)  # podman reads not all of YAML


def _is(one: dict[str, Any], kind: str) -> bool:
    return bool(one["kind"] == kind)


def _simplify(pod: dict[str, Any], secrets: dict[str, dict[str, str]], folder: Path) -> None:
    pod["containers"] += pod.pop("initContainers", [])
    volumes = {one["name"]: one for one in pod.pop("volumes", [])}
    pod["volumes"] = [
        {"name": name, "hostPath": {"path": _placed(one, secrets, folder)}}
        for name, one in volumes.items()
    ]
    known = {one["name"] for one in pod["volumes"]}
    for container in pod["containers"]:
        container.pop("ports", None)
        container.pop("restartPolicy", None)
        container["imagePullPolicy"] = "Never"
        mounts = container.get("volumeMounts", [])
        container["volumeMounts"] = [one for one in mounts if one["name"] in known]
        for probe in ("startupProbe", "readinessProbe"):
            container.pop(probe, None)
        if "httpGet" in container.get("livenessProbe", {}):
            path = container["livenessProbe"].pop("httpGet")["path"]
            address = f"http://127.0.0.1:{PORT}{path}"
            container["livenessProbe"]["exec"] = {
                "command": ["python", "-m", "service.server.probe", address]
            }


def _placed(volume: dict[str, Any], secrets: dict[str, dict[str, str]], folder: Path) -> str:
    """Return a folder with what a Secret holds, or one that all may write to for an emptyDir."""
    place = Path(tempfile.mkdtemp(dir=folder))
    place.chmod(0o755 if "secret" in volume else 0o777)
    files = secrets[volume["secret"]["secretName"]] if "secret" in volume else {}
    for name, content in files.items():
        (place / name).write_text(content, encoding="utf-8")
        (place / name).chmod(0o444)
    return str(place)
