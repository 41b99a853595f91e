"""Step 5, dress: what an exhibit needs beside its record before it is shown, computed by kind, once for page and paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from daysheet.charts import table_shown
from daysheet.models.exhibit import ExhibitBase
from daysheet.spoken import Spoken

SHOWN: Mapping[str, Callable[[Any, Spoken], Any]] = {"table": table_shown}
"""Kind -> what computes its drawing; the kinds that are not here show their records as they are."""


def shown(exhibit: ExhibitBase, spoken: Spoken) -> Any:
    """What the component of this kind draws beside the record; None where nothing is to be computed."""
    compute = SHOWN.get(exhibit.kind)
    return compute(exhibit, spoken) if compute else None
