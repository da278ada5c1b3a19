"""The council memo on screen: what goes in it, its words, how it will look, and its files."""
