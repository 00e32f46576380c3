"""The way in of the settings: from bilan.toml to values, key by key, every mistake kept.

Knows the words of the keys and what each may hold. Never what a setting changes.
"""
