"""One module for each part of the site. A view reads the request, asks the model, and answers."""
