"""What each of several worker processes runs: the app, built from the environment."""

from service.app import create_app
from service.observability import logs
from service.server import process_memory
from service.settings import read_settings

_settings = read_settings()
logs.set_up(_settings.log_level, _settings.log_format)
app = create_app(_settings)
process_memory.settle()
