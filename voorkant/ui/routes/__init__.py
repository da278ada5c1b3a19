"""The parts of the page Verwijsroutes."""
