"""Does each sentence of a pasted paragraph say what the documents say?"""
