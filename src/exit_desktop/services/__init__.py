"""What a worker does, one module per group of acts: each begins and ends its transaction."""
