"""The version of Vigil that a decision names."""

VERSION = "0.1.0"
