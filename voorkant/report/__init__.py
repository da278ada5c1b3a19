"""What is handed to people: figures with their words, and the files that leave the screen."""
