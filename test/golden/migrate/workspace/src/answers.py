# TODO(voice-12): answer in Welsh
# TODO(#123, ana): shorten
# DEBT: two ways to say the same
# TODO(UTF-8): no issue
