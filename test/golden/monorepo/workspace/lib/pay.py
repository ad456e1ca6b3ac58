# FIXME: by its path this serves trust
def pay():
    """TODO: a docstring is no comment"""
    # the word TODO inside a sentence is no marker here
    return 1  # TODO(tokens): use the token
