"""A file of running courses and their earlier readings: from bytes to rows, and from each row to what comes in."""
