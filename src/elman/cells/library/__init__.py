"""The cells that come with Elman: one file each, their equations and where these come from."""
