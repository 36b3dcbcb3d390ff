"""The page of the day: what waits across all citizens, and the way to each thing."""
