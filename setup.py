"""Builds the search kernel where a C compiler is at hand; without one the plain search runs."""

import platform

from setuptools import Extension, setup

# Counting bits is an instruction of every x86-64 since 2008; elsewhere the compiler knows.
FAST_BITS = ["-mpopcnt"] if platform.machine() in ("x86_64", "AMD64") else []

setup(
    ext_modules=[
        Extension(
            "vigil.names._kernel",
            ["vigil/names/_kernel.c"],
            extra_compile_args=["-O3", *FAST_BITS],
            optional=True,
        )
    ]
)
