"""What `voorkant doctor` looks at."""
