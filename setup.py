"""Builds the search kernel where a C compiler is at hand; without one the plain search runs."""

from setuptools import Extension, setup

setup(
    ext_modules=[
        Extension(
            "vigil.names._kernel",
            ["vigil/names/_kernel.c"],
            extra_compile_args=["-O3"],
            optional=True,
        )
    ]
)
