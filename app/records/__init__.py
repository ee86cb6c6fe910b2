"""Model ⇄ disk. What a child wrote is sealed here on its way in, and opened on its way out."""
