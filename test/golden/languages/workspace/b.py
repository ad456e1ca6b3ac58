x = "# TODO: in a string"  # TODO: in a comment
y = '''
# TODO: in a string
'''
# HACK(ana): goes on
# in the next line
