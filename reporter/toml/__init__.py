"""The way in of the settings: from bilan.toml to values, key by key, every mistake kept."""
