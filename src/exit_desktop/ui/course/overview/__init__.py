"""The Overview tab: where the citizen stands, what has changed since the start, and what comes next."""
