"""One exhibit as a file: a picture with its finding, notes and snapshot inside, or its rows with what they are above them."""

from outcomes.export.figure.picture import svg
from outcomes.export.figure.raster import png
from outcomes.export.figure.table import csv

__all__ = ["csv", "png", "svg"]
