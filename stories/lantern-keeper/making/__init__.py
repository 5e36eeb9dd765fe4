"""How The Lantern Keeper's clips are made: puppets, cloth, world and sound, all drawn in code."""
