"""The program of this name, installed with pip: `juesuan --help`."""
