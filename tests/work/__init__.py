"""The work views in a real browser on a really started server over the whole sample dossier."""
