"""The sound of The Lantern Keeper, made in code: no recording was used."""
