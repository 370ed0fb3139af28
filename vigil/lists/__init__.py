"""Publishers' bytes in, entities out; one file a list.

A reader never opens a file itself. It reads strictly: a field that it does not know, a count out of
bounds or a value of the wrong type refuses the whole list, because a list read in part would let
somebody on the missing part pass as clear.
"""
