"""Questions of the council: which there are, their answers, and who looked at them."""
