"""What a page states and on whose word: sentences, quotations, speakers, hedges."""
