"""Exhibits out of the house: as rows, slides, documents. An export computes nothing."""
