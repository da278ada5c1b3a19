"""The record store: one immutable Parquet file per delivery, and the history that says which ones count."""
