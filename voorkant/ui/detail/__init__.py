"""True counts on screen, for who has a recorded ground: nothing protects them but that, and every view is logged."""
