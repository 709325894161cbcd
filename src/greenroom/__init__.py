"""Greenroom: prepare for machine-learning interviews, locally."""

__version__ = "0.1.0"
