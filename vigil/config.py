"""What a business sets for itself: `vigil.toml` in the working folder, then `VIGIL_…` variables.

Read once, at the edge, by the commands that decide on orders. A bad value or an unknown key stops
the program; nothing falls back to a default in silence.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)
from pydantic_settings.exceptions import SettingsError

from vigil.errors import InputProblem, InvalidInput
from vigil.model.limits import Limits
from vigil.model.order_values import TEXT_LIMIT
from vigil.model.policy import Policy
from vigil.model.provision import Jurisdiction
from vigil.model.suggestion import did_you_mean

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

SETTINGS_FILE = Path("vigil.toml")
PREFIX = "VIGIL_"
LIMITS, POLICY = Limits(), Policy()
OTHER_VARIABLES = (
    "VIGIL_WORLD",
    "VIGIL_EVIDENCE",
    "VIGIL_STORE",
    "VIGIL_USER",
    "VIGIL_FILES",
    "VIGIL_DEBUG",
)  # read by the command line itself


class Settings(BaseSettings):
    """Each setting with its unit, range and default."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", frozen=True)

    max_list_age_days: int = Field(30, ge=0, le=3650, description="days a list proves absence for")
    require_sources: tuple[str, ...] = Field((), description="sources without which none is clear")
    jurisdictions: tuple[Jurisdiction, ...] = Field(
        (), description="UN, US, EU, UK or CN, whose law always counts for this business"
    )
    exporter_country: str | None = Field(
        None, pattern="^[A-Z]{2}$", description="ISO alpha-2, for orders that name no exporter"
    )
    law_nearby_days: int = Field(
        POLICY.law_nearby_days, ge=0, le=366, description="days around the order's that are told"
    )
    max_file_mb: int = Field(LIMITS.max_file_mb, ge=1, le=10_000, description="MB of a file")
    max_rows: int = Field(LIMITS.max_rows, ge=1, le=10**8, description="rows or orders of a file")
    max_columns: int = Field(LIMITS.max_columns, ge=1, le=16_384, description="columns of a table")
    max_text_characters: int = Field(
        LIMITS.max_text_characters, ge=1, le=TEXT_LIMIT, description="characters of one text"
    )
    max_nesting: int = Field(LIMITS.max_nesting, ge=1, le=100, description="levels inside an order")
    max_unpacked_mb: int = Field(
        LIMITS.max_unpacked_mb, ge=1, le=10_000, description="MB that a packed file unpacks to"
    )
    max_unpack_ratio: int = Field(
        LIMITS.max_unpack_ratio, ge=1, le=10_000, description="times its size, from 10 MB unpacked"
    )

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
    settings = _load()
    return Policy(**{name: getattr(settings, name) for name in Policy.__struct_fields__})


def load_limits() -> Limits:
    """The limits of files of orders, as set by the file and the environment.

    Raises:
        InvalidInput: an unknown key or a value out of range, each named with what was got.
    """
    settings = _load()
    return Limits(**{name: getattr(settings, name) for name in Limits.__struct_fields__})


def _load() -> Settings:
    _check_names()
    try:
        return Settings()
    except ValidationError as error:
        raise InvalidInput(map(_problem, error.errors())) from error
    except SettingsError as error:
        what = f'a variable of several values must be JSON, like ["us_csl"]: {error}'
        raise InvalidInput.single(what, has_value=False) from error
    except (OSError, ValueError) as error:
        raise InvalidInput.single(
            f"settings must be readable: {error}", str(SETTINGS_FILE), has_value=False
        ) from error


def _check_names() -> None:
    """A misspelt variable, or a folder in the file's place, would set nothing in silence."""
    if SETTINGS_FILE.exists() and not SETTINGS_FILE.is_file():
        raise InvalidInput.single("settings must be a file", str(SETTINGS_FILE), has_value=False)
    known = [PREFIX + name.upper() for name in Settings.model_fields] + list(OTHER_VARIABLES)
    unknown = sorted(n for n in os.environ if n.startswith(PREFIX) and n not in known)
    if unknown:
        raise InvalidInput(
            InputProblem(f"no setting is called {name}; known are {', '.join(known)}", "",
                         has_value=False) for name in unknown
        )  # fmt: skip


def _problem(error: ErrorDetails) -> InputProblem:
    """A setting's problem with both places where it may have been set."""
    name = ".".join(str(part) for part in error["loc"])
    if error["type"] == "extra_forbidden":
        hint = did_you_mean(name, list(Settings.model_fields))
        return InputProblem(f"unknown setting {name!r}", str(SETTINGS_FILE), has_value=False,
                            hint=hint)  # fmt: skip
    expected = f"{error['msg'][:1].lower()}{error['msg'][1:]}"
    variable = f"{PREFIX}{str(error['loc'][0]).upper()}"
    return InputProblem(expected, f"{name} ({SETTINGS_FILE}, {variable})", error["input"])
