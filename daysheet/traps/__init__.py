"""What beginners' YAML stumbles over, and the line as it should be (steps 1 and 2)."""
