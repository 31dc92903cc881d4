"""HTTP, the command line, the page. Read `app` (what is served), `routes` and `documents`, then `cli`."""
