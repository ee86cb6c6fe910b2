"""Record → letter → inbox: what is written, the postman who brings it, and the clock that sees to promises."""
