"""What is shown: labels in French, values as numbers, nothing rounded yet."""
