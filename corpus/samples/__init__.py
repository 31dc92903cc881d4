"""The sample dossier of the invented province Lam Giang: sources in plain markup and their renderer."""
