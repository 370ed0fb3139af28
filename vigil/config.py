"""What a business sets for itself: `vigil.toml` in the working folder, then `VIGIL_…` variables.

Read once, at the edge, by the commands that decide on orders. A bad value or an unknown key stops
the program; nothing falls back to a default in silence.
"""

from __future__ import annotations

from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)
from pydantic_settings.exceptions import SettingsError

from vigil.errors import InputProblem, InvalidInput
from vigil.model.policy import Policy

SETTINGS_FILE = Path("vigil.toml")


class Settings(BaseSettings):
    """Each setting with its unit, range and default."""

    model_config = SettingsConfigDict(env_prefix="VIGIL_", extra="forbid", frozen=True)

    max_list_age_days: int = Field(30, ge=0, le=3650, description="days a list proves absence for")
    require_sources: tuple[str, ...] = Field((), description="sources without which none is clear")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Variables over the file; no other place is read."""
        file = TomlConfigSettingsSource(settings_cls, toml_file=SETTINGS_FILE)
        return (init_settings, env_settings, file)


def load_policy() -> Policy:
    """The policy as set by the file and the environment.

    Raises:
        InvalidInput: an unknown key or a value out of range, each named with what was got.
    """
    try:
        settings = Settings()
    except ValidationError as error:
        raise InvalidInput(
            InputProblem(problem["msg"], ".".join(str(p) for p in problem["loc"]), problem["input"])
            for problem in error.errors()
        ) from error
    except (SettingsError, OSError, ValueError) as error:
        raise InvalidInput.single(
            f"settings must be readable: {error}", str(SETTINGS_FILE), has_value=False
        ) from error
    return Policy(settings.max_list_age_days, settings.require_sources)
