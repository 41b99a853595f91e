"""The records that authors write, one module a kind; the only place that imports pydantic."""
