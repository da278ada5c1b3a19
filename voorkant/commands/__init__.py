"""The commands of `voorkant`: each asks the builder or a cube, and prints for people or as one JSON document."""
