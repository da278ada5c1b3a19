"""The format of a publication and its reader: all that the app ever opens."""
