"""The machine below the program: paths, resource files, words, settings, logging, locks and safe writes."""
