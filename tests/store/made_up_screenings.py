"""Screenings for tests of the store."""

import hashlib
from datetime import date

from vigil.case.events import FoundThen
from vigil.case.screening import Screening

STOP = FoundThen(id="f-1", kind="listed_party", strength="stop", path="$.parties[0].name",
                 value="Orlo Trading", summary="…", entity="list:1", score=9700)  # fmt: skip
REVIEW = FoundThen(id="f-2", kind="red_flag", strength="review", path="$.payment", value=None,
                   summary="…")  # fmt: skip
GAP = ("$.route[0].to", "no such place")


def made_up(order: str = "PO-1", outcome: str = "clear", **changed) -> Screening:
    found = {"stop": (STOP,), "review": (REVIEW,)}.get(outcome, ())
    gaps = (GAP,) if outcome == "incomplete" else ()
    text = changed.pop("received", '{"id":"' + order + '"}')
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    fields = {
        "order": order, "on": date(2026, 8, 7), "outcome": outcome, "world": "sha256:w",
        "vigil": "0.1.0", "received": text, "received_sha256": sha256, "normalised": text,
        "normalised_sha256": sha256, "findings": found, "not_checked": gaps,
    }  # fmt: skip
    return Screening(**(fields | changed))
