"""The catalogue of all that the command line says: `make messages` keeps it in step.

__main__    the command: bring the catalogue up to date, and say what it lacks
catalogue   what the source says, and what the catalogue has
"""
