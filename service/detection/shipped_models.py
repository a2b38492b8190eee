"""The models that are shipped: their names, and the folder of each."""

from __future__ import annotations

from pathlib import Path

SHIPPED = ("default", "accurate")  # six layers; twelve, which take about twice the time
SERVICE = Path(__file__).parent.parent


def model_folder(name: str | Path) -> Path:
    """Return the folder of the shipped model `name`; any other `name` is a folder itself.

    Raises ValueError, without the name, when the folder does not hold a spaCy pipeline.
    """
    folder = shipped_model(str(name)) if str(name) in SHIPPED else Path(name)
    if not (folder / "config.cfg").is_file():
        raise ValueError(f"no spaCy pipeline there, and no name of ours: {', '.join(SHIPPED)}")
    return folder


def shipped_model(name: str = "default") -> Path:
    """Return where the shipped model `name` lies: in the package, or in the source tree."""
    inside = SERVICE / "model"
    return (inside if inside.is_dir() else SERVICE.parent / "models") / name
