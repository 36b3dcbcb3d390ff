"""The worker's own hours, without a citizen."""
