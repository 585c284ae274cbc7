"""Does an answer stay right when the same is asked in other words, after a story, or with more?"""
