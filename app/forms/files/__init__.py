"""What a child adds: photos, papers, sound. Looked at by what is in them, never by their names."""
