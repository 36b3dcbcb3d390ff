"""The directory of services: looked up, written, brought in and saved as a file."""
