"""What each rule finds in the annotated notes of the corpus, held against their gold.

__main__    the command: print, check, write
measuring   the yield of each rule, and of what has a doubt
table       RULES as they stand in their file
"""
