"""What each of several worker processes runs: the app, built from the environment."""

from service import memory, telemetry
from service.app import create_app
from service.settings import read_settings

_settings = read_settings()
telemetry.set_up(_settings.log_level, _settings.log_format)
app = create_app(_settings)
memory.settle()
