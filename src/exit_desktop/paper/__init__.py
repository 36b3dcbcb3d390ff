"""Papers for a citizen and for the worker: view data in, PDF bytes out, everything in memory.

Nothing here opens the vault. The PDF writer is imported when the first paper is made, not when the program starts.
"""
