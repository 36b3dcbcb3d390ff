"""Text for the municipality's journal: chosen contacts, shortened by the worker, copied or put on paper."""
