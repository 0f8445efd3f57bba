"""What the project knows of Korean: the words of labels, the shapes of labels and sentences."""
